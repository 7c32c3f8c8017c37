package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.ReleaseCause;
import java.time.Instant;
import java.util.UUID;

/**
 * A lead is no more for Sales, because it was erased, or turned out to be another one: nobody has
 * it, gets it or waits for it.
 *
 * @param upTo of a lead that may come back, the latest arrival of what is withdrawn; null for all
 *     that ever was and will be
 */
public record Withdrawal(UUID leadId, ReleaseCause why, Instant upTo, Cause cause) {

  /** It was erased. */
  public static Withdrawal erased(UUID leadId, Cause cause) {
    return new Withdrawal(leadId, ReleaseCause.ERASED, null, cause);
  }

  /** It turned out to be another one at this time. */
  public static Withdrawal merged(UUID leadId, Instant at, Cause cause) {
    return new Withdrawal(leadId, ReleaseCause.MERGED, at, cause);
  }

  boolean covers(QualifiedLead lead) {
    return lead.leadId().equals(leadId) && covers(upTo, lead.inquiredAt());
  }

  /**
   * Whether what arrived at this time is withdrawn.
   *
   * @param upTo null for all
   * @param inquiredAt null if it is not known any more: that was long ago
   */
  static boolean covers(Instant upTo, Instant inquiredAt) {
    return upTo == null || inquiredAt == null || !inquiredAt.isAfter(upTo);
  }
}
