package baton.intake.webhook;

import baton.intake.mapping.MappingMistake;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Reading;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Reads a body as it would be read at the door, and records nothing. */
@Singleton
public class TryOut {

  private final Senders senders;
  private final Readings readings;
  private final Clock clock;

  TryOut(Senders senders, Readings readings, Clock clock) {
    this.senders = senders;
    this.readings = readings;
    this.clock = clock;
  }

  /**
   * What would become of an item.
   *
   * @param missing what the source's mapping could not find in it, and why
   */
  public record Tried(Reading reading, List<MappingMistake> missing) {}

  /** Whether the platform of the source posts bodies of this media type. */
  public boolean takes(Source source, String mediaType) {
    Delivery delivery = delivery(source, mediaType, new byte[0]);
    return senders.of(delivery).mediaTypes().contains(delivery.mediaType());
  }

  /** What would become of each item of this body. */
  public List<Tried> read(Source source, String mediaType, byte[] body) {
    Delivery delivery = delivery(source, mediaType, body);
    Sender sender = senders.of(delivery);
    return sender.items(delivery).stream()
        .map(
            item ->
                new Tried(
                    readings.of(item.said(), source),
                    sender.missing(delivery(source, item.mediaType(), item.raw()))))
        .toList();
  }

  private Delivery delivery(Source source, String mediaType, byte[] body) {
    return Delivery.kept(
        new Sources.WithSecrets(source, List.of(), null), mediaType, body, clock.instant());
  }
}
