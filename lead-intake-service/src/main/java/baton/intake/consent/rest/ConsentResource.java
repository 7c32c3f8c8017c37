package baton.intake.consent.rest;

import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.consent.Consents;
import baton.intake.identity.Identities;
import baton.intake.identity.rest.IdentityResource;
import baton.intake.submission.rest.ConsentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a lead said about being contacted. */
@Path("/v1/leads/{id}/consents")
@Tag(name = "Leads")
public class ConsentResource {

  private final Consents consents;
  private final Identities identities;

  ConsentResource(Consents consents, Identities identities) {
    this.consents = consents;
    this.identities = identities;
  }

  /** All that was said, the earliest first; of one purpose the last counts. */
  public record ConsentsView(List<ConsentView> items) {}

  @GET
  @RolesAllowed({Roles.INTEGRATION, Roles.REP, Roles.MANAGER, Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "What a lead said about being contacted",
      description = "The earliest first; of one purpose the last counts. 410 once it was erased.")
  public ConsentsView list(@PathParam("id") UUID leadId) throws SQLException {
    if (identities.standing(leadId) != Identities.Standing.KNOWN) {
      throw IdentityResource.missing(identities, leadId);
    }
    return new ConsentsView(consents.of(leadId).stream().map(ConsentView::from).toList());
  }

  @POST
  @RolesAllowed({Roles.INTEGRATION, Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Record what a lead said",
      description =
          "Behind what was said before, which stays. A repetition with the same Idempotency-Key changes"
              + " nothing; 422 if the key came with something else before.")
  public Response append(
      @PathParam("id") UUID leadId,
      @HeaderParam(IdempotencyKey.HEADER) String header,
      @Valid @NotNull ConsentRequest request)
      throws SQLException {
    IdempotencyKey key = IdempotencyKey.required(header);
    return switch (consents.append(leadId, key.digest(), request.toConsent())) {
      case DONE -> Response.status(204).build();
      case BEFORE -> Response.status(204).header(IdempotencyKey.REPLAYED, true).build();
      case ANOTHER ->
          throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
              "this key came with something else before");
      case UNSTORABLE ->
          throw ProblemType.INVALID_REQUEST.because(
              "it holds a character or a time that cannot be stored",
              List.of(FieldError.at("", "cannot be stored")));
      case NO_SUCH_LEAD -> throw IdentityResource.missing(identities, leadId);
    };
  }
}
