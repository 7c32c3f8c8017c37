package baton.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What became of a submission, as it is answered.
 *
 * @param submissionId names it for good
 * @param outcome NEW_LEAD, TOUCHPOINT, QUARANTINED, DISCARDED, or DUPLICATE of the submission named
 * @param leadId the lead it became or touched
 * @param reason why it is quarantined or discarded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(UUID submissionId, String outcome, UUID leadId, String reason) {

  /** Of a repetition, the submission that it repeats. */
  public static ReceiptView from(Receipt receipt) {
    Receipt first = receipt instanceof Receipt.Duplicate again ? again.original() : receipt;
    String reason = first == receipt ? first.reason() : null;
    return new ReceiptView(first.submissionId(), receipt.outcome(), first.leadId(), reason);
  }
}
