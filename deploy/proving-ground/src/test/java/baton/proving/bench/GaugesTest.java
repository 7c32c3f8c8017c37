package baton.proving.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GaugesTest {

  private static final String TEXT =
      """
      # HELP baton_inbox_applied_total Events applied
      # TYPE baton_inbox_applied_total counter
      baton_inbox_applied_total{topic="baton.intake"} 12.0
      baton_inbox_applied_total{topic="baton.routing"} 1.2E3
      baton_relay_lag_seconds 0.25
      """;

  @Test
  void addsUpTheLinesOfAMetricWithALabel() {
    assertThat(Gauges.sum(TEXT, "baton_inbox_applied_total", "topic=\"baton.routing\""))
        .isEqualTo(1_200);
    assertThat(Gauges.sum(TEXT, "baton_inbox_applied_total", "")).isEqualTo(1_212);
  }

  @Test
  void readsAMetricWithoutLabels() {
    assertThat(Gauges.sum(TEXT, "baton_relay_lag_seconds", "")).isEqualTo(0.25);
  }

  @Test
  void whatWasNeverCountedIsNothing() {
    assertThat(Gauges.sum(TEXT, "baton_inbox_parked_total", "")).isZero();
  }
}
