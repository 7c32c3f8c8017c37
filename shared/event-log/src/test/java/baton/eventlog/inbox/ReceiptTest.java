package baton.eventlog.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the event of a stranger had come in: by their word, and never later than it was read. */
class ReceiptTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void itIsWhenTheRecordWasMade() {
    assertThat(receipt(null, NOW.minusSeconds(60))).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void whatThePublisherSaysCountsMoreThanTheRecord() {
    assertThat(receipt(NOW.minusSeconds(90), NOW.minusSeconds(60))).isEqualTo(NOW.minusSeconds(90));
  }

  @Test
  void itIsNowIfNothingIsKnownOrAClockIsAhead() {
    assertThat(receipt(null, null)).isEqualTo(NOW);
    assertThat(receipt(null, NOW.plusNanos(1))).isEqualTo(NOW);
    assertThat(receipt(NOW.plusSeconds(3600), NOW.minusSeconds(60))).isEqualTo(NOW);
  }

  private static Instant receipt(Instant said, Instant made) {
    UUID id = UUID.randomUUID();
    return new Received("t", id, null, id, "x", null, NOW, said, null, null, null)
        .recordedBy(made, NOW)
        .recordedAt();
  }
}
