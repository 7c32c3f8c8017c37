package baton.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What became of a submission, as it is answered.
 *
 * @param submissionId names it for good
 * @param outcome NEW_LEAD, TOUCHPOINT, QUARANTINED, or DUPLICATE of the submission named
 * @param leadId the lead it became or touched
 * @param reason why it is quarantined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(UUID submissionId, String outcome, UUID leadId, String reason) {

  public static ReceiptView from(Receipt receipt) {
    if (receipt instanceof Receipt.NewLead created) {
      return new ReceiptView(created.submissionId(), "NEW_LEAD", created.leadId(), null);
    }
    if (receipt instanceof Receipt.Touchpoint touchpoint) {
      return new ReceiptView(touchpoint.submissionId(), "TOUCHPOINT", touchpoint.leadId(), null);
    }
    if (receipt instanceof Receipt.Quarantined quarantined) {
      return new ReceiptView(
          quarantined.submissionId(), "QUARANTINED", null, quarantined.reason().name());
    }
    ReceiptView original = from(((Receipt.Duplicate) receipt).original());
    return new ReceiptView(original.submissionId(), "DUPLICATE", original.leadId(), null);
  }
}
