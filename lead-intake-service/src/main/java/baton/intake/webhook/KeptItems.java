package baton.intake.webhook;

import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Reading;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reads kept items again, as their platform's ways and the settings of their source are now. */
@Singleton
public class KeptItems {

  private final Senders senders;
  private final Readings readings;

  KeptItems(Senders senders, Readings readings) {
    this.senders = senders;
    this.readings = readings;
  }

  /**
   * What an item amounts to.
   *
   * @param mediaType and raw as they were kept
   */
  public Reading read(Source source, String mediaType, byte[] raw, Instant arrivedAt) {
    Delivery kept =
        Delivery.kept(new Sources.WithSecrets(source, List.of()), mediaType, raw, arrivedAt);
    return readings.of(senders.of(kept).saidBy(kept), source);
  }
}
