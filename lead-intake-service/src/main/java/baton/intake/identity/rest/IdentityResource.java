package baton.intake.identity.rest;

import baton.events.intake.LeadProfile;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.identity.Identities;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact details at the moment of looking, and a lead's ids in other systems. */
@Path("/v1/leads/{id}")
@Tag(name = "Leads")
public class IdentityResource {

  private final Identities identities;

  IdentityResource(Identities identities) {
    this.identities = identities;
  }

  /** A lead with its contact details. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LeadView(@JsonUnwrapped LeadProfile profile, Map<String, String> externalIds) {}

  /** The id by which a system knows a lead. */
  public record IdentityRequest(
      @NotBlank @Size(max = 200) @PlainText @Schema(examples = "003Kp00000Abc")
          String externalId) {}

  @GET
  @RolesAllowed({Roles.INTEGRATION, Roles.REP, Roles.MANAGER, Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Contact details of a lead",
      description =
          "Of one that turned out to be another lead, those of that one, with its leadId. 410 once it"
              + " was erased.")
  public LeadView get(@PathParam("id") UUID leadId) throws SQLException {
    Identities.Known known = identities.find(leadId).orElse(null);
    if (known == null) {
      throw missing(identities, leadId);
    }
    return new LeadView(known.profile(), known.externalIds());
  }

  @PUT
  @Path("/identities/{system}")
  @RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
  @Operation(summary = "Store the id by which another system knows this lead")
  public void name(
      @PathParam("id") UUID leadId,
      @PathParam("system") @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String system,
      @Valid @NotNull IdentityRequest request)
      throws SQLException {
    switch (identities.name(leadId, system, request.externalId())) {
      case DONE -> {}
      case NO_SUCH_LEAD -> throw missing(identities, leadId);
      case TAKEN_BY_ANOTHER_LEAD ->
          throw ProblemType.CONFLICT.because("another lead has this id in that system");
    }
  }

  /** What to answer about a lead that is not there: 410 if it was erased, 404 if it never was. */
  public static HttpProblem missing(Identities identities, UUID leadId) throws SQLException {
    return identities.standing(leadId) == Identities.Standing.ERASED
        ? ProblemType.GONE.because("this lead was erased")
        : ProblemType.NOT_FOUND.because("there is no such lead");
  }
}
