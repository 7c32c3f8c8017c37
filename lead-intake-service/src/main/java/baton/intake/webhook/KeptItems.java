package baton.intake.webhook;

import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * What an item amounts to. What asks for something to be done, which is done at the door alone,
   * amounts to nothing that is known: a person has to look.
   *
   * @param mediaType and raw as they were kept
   */
  public Reading read(Source source, String mediaType, byte[] raw, Instant arrivedAt) {
    Delivery kept = kept(source, mediaType, raw, arrivedAt);
    Said said = senders.of(kept).saidBy(kept);
    boolean asks = said instanceof Said.Erasure || said instanceof Said.Withdrawal;
    return readings.of(asks ? new Said.Unmapped() : said, source);
  }

  /** Whether an item is about whom its platform knows by this id, as far as that can be told. */
  public boolean isAbout(
      Source source, String mediaType, byte[] raw, Instant arrivedAt, String externalId) {
    Delivery kept = kept(source, mediaType, raw, arrivedAt);
    return senders.of(kept).isAbout(kept, externalId);
  }

  /** Where the platform says who an item is about; empty if that is known. */
  public Optional<Reference> reference(
      Source source, String mediaType, byte[] raw, Instant arrivedAt) {
    Delivery kept = kept(source, mediaType, raw, arrivedAt);
    return senders.of(kept).saidBy(kept) instanceof Said.Elsewhere elsewhere
        ? Optional.of(elsewhere.reference())
        : Optional.empty();
  }

  /** An item with what its platform said about it, as JSON; one that has a reference. */
  public byte[] completed(
      Source source, String mediaType, byte[] raw, Instant arrivedAt, JsonNode fetched) {
    Delivery kept = kept(source, mediaType, raw, arrivedAt);
    return senders.of(kept).completed(kept, fetched);
  }

  private static Delivery kept(Source source, String mediaType, byte[] raw, Instant arrivedAt) {
    return Delivery.kept(
        new Sources.WithSecrets(source, List.of(), null), mediaType, raw, arrivedAt);
  }
}
