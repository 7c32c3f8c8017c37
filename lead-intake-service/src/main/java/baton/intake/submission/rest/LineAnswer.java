package baton.intake.submission.rest;

import baton.http.problem.FieldError;
import baton.intake.submission.Receipt;
import baton.intake.submission.ReceiptView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a line of a batch.
 *
 * @param line from 1
 * @param status as a request of its own would have been answered: 200, 201, 202, 400 or 422
 * @param replayed true if the line came before under the same Idempotency-Key
 * @param errors what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LineAnswer")
public record LineAnswer(
    int line,
    int status,
    UUID submissionId,
    String outcome,
    UUID leadId,
    String reason,
    Boolean replayed,
    List<FieldError> errors) {

  static LineAnswer refused(int line, int status, List<FieldError> errors) {
    return new LineAnswer(line, status, null, null, null, null, null, errors);
  }

  static LineAnswer of(int line, Receipt receipt) {
    if (receipt instanceof Receipt.Duplicate duplicate) {
      return duplicate.sameContent()
          ? of(line, duplicate.original(), true)
          : refused(
              line,
              422,
              List.of(FieldError.at("", "came with another lead under this key before")));
    }
    return of(line, receipt, null);
  }

  private static LineAnswer of(int line, Receipt receipt, Boolean replayed) {
    ReceiptView view = ReceiptView.from(receipt);
    return new LineAnswer(
        line,
        LeadsResource.status(receipt),
        view.submissionId(),
        view.outcome(),
        view.leadId(),
        view.reason(),
        replayed,
        null);
  }
}
