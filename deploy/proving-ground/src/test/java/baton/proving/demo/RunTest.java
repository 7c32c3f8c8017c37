package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final List<Prospect> PEOPLE = DayPlan.of(2026, Duration.ofMinutes(3)).people();

  @Test
  void nobodyIsTakenForSomebodyElse() {
    Run run = new Run(START);
    assertThat(PEOPLE).extracting(run::email).doesNotHaveDuplicates();
    assertThat(PEOPLE).extracting(run::phone).doesNotHaveDuplicates();
  }

  @Test
  void theSamePeopleComeAsNewLeadsNextTime() {
    Run run = new Run(START);
    Run next = new Run(START.plusSeconds(60));
    assertThat(PEOPLE)
        .extracting(next::email)
        .doesNotContainAnyElementsOf(PEOPLE.stream().map(run::email).toList());
    assertThat(PEOPLE)
        .extracting(next::phone)
        .doesNotContainAnyElementsOf(PEOPLE.stream().map(run::phone).toList());
  }
}
