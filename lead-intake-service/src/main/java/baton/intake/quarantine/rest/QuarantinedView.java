package baton.intake.quarantine.rest;

import baton.events.intake.QuarantineReason;
import baton.intake.quarantine.Quarantine;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A quarantined submission.
 *
 * @param explanation the reason in words
 * @param size of its body, in bytes
 * @param fetching absent if there is nothing to fetch
 * @param importId the list that it is a row of, if it is
 * @param row its number there, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarantinedView(
    UUID submissionId,
    String source,
    String campaign,
    QuarantineReason reason,
    String explanation,
    String mediaType,
    int size,
    Instant arrivedAt,
    FetchingView fetching,
    UUID importId,
    Long row) {

  /**
   * How far what it lacks is fetched from its platform.
   *
   * @param attempts so far
   * @param failure how the last one ended: NO_TOKEN, TOKEN_REFUSED, NOT_FOUND, REFUSED,
   *     RATE_LIMITED, FAILED, UNREACHABLE or UNREADABLE
   * @param nextAt absent once it was given up, until it is read again
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FetchingView(int attempts, String failure, Instant nextAt) {

    private static FetchingView from(Quarantine.Fetching fetching) {
      return fetching == null
          ? null
          : new FetchingView(fetching.attempts(), fetching.failure(), fetching.nextAt());
    }
  }

  static QuarantinedView from(Quarantine.Entry entry) {
    return new QuarantinedView(
        entry.submissionId(),
        entry.source(),
        entry.campaign(),
        entry.reason(),
        explain(entry.reason()),
        entry.mediaType(),
        entry.size(),
        entry.arrivedAt(),
        FetchingView.from(entry.fetching()),
        entry.importId(),
        entry.row());
  }

  private static String explain(QuarantineReason reason) {
    return switch (reason) {
      case UNREADABLE -> "The body is not what its media type says, or cannot be read.";
      case NO_CONTACT -> "No e-mail address and no phone number in it could reach anybody.";
      case UNSTORABLE -> "It holds a character that no database stores, such as NUL.";
      case UNMAPPED -> "It can be read and describes no person: it is empty, a company, or a deal.";
      case UNFETCHED ->
          "It names a lead by a number only; who it is has yet to be fetched from the platform.";
    };
  }
}
