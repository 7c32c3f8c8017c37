package baton.eventlog;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * What made something happen, carried from event to event.
 *
 * @param correlationId the same for everything that one request or submission led to
 * @param causationId the event that led to it directly, or null at the door
 * @param traceparent the W3C trace context, or null
 */
public record Cause(UUID correlationId, UUID causationId, String traceparent) {

  /** A beginning: something that no request and no event asked for, such as a deadline. */
  public static Cause ofItself() {
    return new Cause(UuidCreator.getTimeOrderedEpoch(), null, null);
  }
}
