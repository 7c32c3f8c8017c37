package baton.intake.quarantine.rest;

import baton.events.intake.QuarantineReason;
import baton.intake.quarantine.Quarantine;
import java.time.Instant;
import java.util.UUID;

/**
 * A quarantined submission.
 *
 * @param explanation the reason in words
 * @param size of its body, in bytes
 */
public record QuarantinedView(
    UUID submissionId,
    String source,
    String campaign,
    QuarantineReason reason,
    String explanation,
    String mediaType,
    int size,
    Instant arrivedAt) {

  static QuarantinedView from(Quarantine.Entry entry) {
    return new QuarantinedView(
        entry.submissionId(),
        entry.source(),
        entry.campaign(),
        entry.reason(),
        explain(entry.reason()),
        entry.mediaType(),
        entry.size(),
        entry.arrivedAt());
  }

  private static String explain(QuarantineReason reason) {
    return switch (reason) {
      case UNREADABLE -> "The body is not what its media type says, or cannot be read.";
      case NO_CONTACT -> "No e-mail address and no phone number in it could reach anybody.";
      case UNSTORABLE -> "It holds a character that no database stores, such as NUL.";
      case UNMAPPED ->
          "It can be read and describes no person: it is empty, a company, a deal, or a notice"
              + " that names a contact by a number only.";
    };
  }
}
