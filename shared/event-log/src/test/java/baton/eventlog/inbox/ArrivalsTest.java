package baton.eventlog.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final TopicPartition LEADS = new TopicPartition("leads", 0);
  private static final TopicPartition DECISIONS = new TopicPartition("decisions", 3);
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final Arrivals arrivals = new Arrivals();

  @Test
  void whatWasRecordedFirstComesFirst() {
    Received decision = event(START.plusSeconds(2));
    Received lead = event(START.plusSeconds(1));
    arrivals.add(DECISIONS, decision);
    arrivals.add(LEADS, lead);

    assertThat(arrivals.inOrder()).containsExactly(lead, decision);
  }

  @Test
  void aPartitionKeepsItsOrderWhenItsPublishersClockGoesBack() {
    Received first = event(START.plusSeconds(9));
    Received second = event(START.plusSeconds(1));
    Received other = event(START.plusSeconds(5));
    arrivals.add(LEADS, first);
    arrivals.add(LEADS, second);
    arrivals.add(DECISIONS, other);

    assertThat(arrivals.inOrder()).containsExactly(other, first, second);
  }

  @Test
  void whatDoesNotSayWhenItWasRecordedStaysBehindWhatCameBeforeIt() {
    Received first = event(START.plusSeconds(1));
    Received silent = event(null);
    arrivals.add(LEADS, first);
    arrivals.add(LEADS, silent);

    assertThat(arrivals.inOrder()).containsExactly(first, silent);
  }

  private static Received event(Instant recordedAt) {
    return new Received(
        "t",
        UUID.randomUUID(),
        1L,
        UUID.randomUUID(),
        "x",
        null,
        null,
        recordedAt,
        null,
        null,
        null);
  }
}
