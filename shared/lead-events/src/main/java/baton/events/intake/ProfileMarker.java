package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Says nothing of anybody: written to each partition of the profile topic hourly, so that its
 * active segments roll and tombstones are compacted in time.
 *
 * @param marker a key that belongs to one partition
 * @param at when it happened
 */
@Descriptive
public record ProfileMarker(UUID marker, Instant at) implements Event {

  @Override
  public UUID subject() {
    return marker;
  }
}
