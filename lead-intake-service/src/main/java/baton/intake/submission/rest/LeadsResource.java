package baton.intake.submission.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.digest.Sha256;
import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.intake.limits.RateLimits;
import baton.intake.limits.rest.TooMany;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Door;
import baton.intake.submission.Receipt;
import baton.intake.submission.ReceiptView;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import baton.intake.submission.Verification;
import com.github.f4b6a3.uuid.UuidCreator;
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
import java.time.Clock;
import java.util.Optional;
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
  private final Verification verification;
  private final Sources sources;
  private final RateLimits limits;
  private final DoorMeters doors;
  private final Caller caller;
  private final Correlation correlation;
  private final KeptBody body;
  private final Clock clock;

  LeadsResource(
      SubmitLeads submitLeads,
      Verification verification,
      Sources sources,
      RateLimits limits,
      DoorMeters doors,
      Caller caller,
      Correlation correlation,
      KeptBody body,
      Clock clock) {
    this.submitLeads = submitLeads;
    this.verification = verification;
    this.sources = sources;
    this.limits = limits;
    this.doors = doors;
    this.caller = caller;
    this.correlation = correlation;
    this.body = body;
    this.clock = clock;
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
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    // A key that is bound to no source speaks for the API clients in general.
    return sources
        .look(caller.subject().orElse("api"))
        .thenCompose(
            found -> {
              Source source = active(found);
              limits
                  .take(source)
                  .ifPresent(
                      wait -> {
                        throw TooMany.requests(String.valueOf(wait.toSeconds() + 1));
                      });
              DoorMeters.Waiting waiting = doors.begin(source, Door.API);
              Submission submission =
                  new Submission(
                      UuidCreator.getTimeOrderedEpoch(),
                      source.id(),
                      Door.API,
                      null,
                      key.digest(),
                      Sha256.of(raw),
                      MediaType.APPLICATION_JSON,
                      raw,
                      clock.instant(),
                      verification.read(request.toContent(), source),
                      cause);
              return waiting.until(
                  submitLeads.submitOnce(submission).thenApply(LeadsResource::answer));
            });
  }

  private static Source active(Optional<Sources.WithSecrets> found) {
    return found
        .map(Sources.WithSecrets::source)
        .filter(Source::active)
        .orElseThrow(() -> ProblemType.FORBIDDEN.because("the source of this key is not active"));
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
