package baton.intake.submission.rest;

import baton.eventlog.Cause;
import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Door;
import baton.intake.submission.Receipt;
import baton.intake.submission.ReceiptView;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The door for API clients: one lead a request, named by its {@code Idempotency-Key}. The receipt
 * keeps the digests of key and body, so that a repetition is answered from it, for as long as there
 * are receipts.
 */
@Path("/v1/leads")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Leads")
public class LeadsResource {

  private final SubmitLeads submitLeads;
  private final ApiSubmissions submissions;
  private final Sources sources;
  private final DoorMeters doors;
  private final Caller caller;
  private final KeptBody body;

  LeadsResource(
      SubmitLeads submitLeads,
      ApiSubmissions submissions,
      Sources sources,
      DoorMeters doors,
      Caller caller,
      KeptBody body) {
    this.submitLeads = submitLeads;
    this.submissions = submissions;
    this.sources = sources;
    this.doors = doors;
    this.caller = caller;
    this.body = body;
  }

  @POST
  @NonBlocking
  @KeepBody
  @RolesAllowed(Roles.SOURCE)
  @Operation(
      summary = "Submit a lead",
      description =
          "201 for a new lead, 200 for a person already known, 202 for what had to be quarantined."
              + " A repetition with the same Idempotency-Key gets the same answer again, with"
              + " Idempotency-Replayed; 400 without a key, 409 while the first is being written, 422"
              + " if the key came with another body before, 429 where more is sent than the source may.")
  public CompletionStage<Response> submit(
      @HeaderParam(IdempotencyKey.HEADER) String header, @Valid @NotNull LeadRequest request) {
    IdempotencyKey key = IdempotencyKey.required(header);
    byte[] raw = body.bytes();
    Cause cause = submissions.cause();
    // A key that is bound to no source speaks for the API clients in general.
    return sources
        .look(caller.subject().orElse("api"))
        .thenCompose(
            found -> {
              Source source = submissions.admitted(found, 1);
              DoorMeters.Waiting waiting = doors.begin(source, Door.API);
              Submission submission =
                  submissions.submission(source, key.digest(), raw, request, cause);
              return waiting.until(
                  submitLeads.submitOnce(submission).thenApply(LeadsResource::answer));
            });
  }

  private static Response answer(Receipt receipt) {
    if (receipt instanceof Receipt.Duplicate duplicate) {
      if (!duplicate.sameContent()) {
        throw ProblemType.IDEMPOTENCY_KEY_REUSED.because("this key came with another lead before");
      }
      return Response.fromResponse(answer(duplicate.original()))
          .header(IdempotencyKey.REPLAYED, true)
          .build();
    }
    return Response.status(status(receipt)).entity(ReceiptView.from(receipt)).build();
  }

  /** The status that says what became of a submission. */
  static int status(Receipt receipt) {
    if (receipt instanceof Receipt.NewLead) {
      return 201;
    }
    return receipt instanceof Receipt.Quarantined ? 202 : 200;
  }
}
