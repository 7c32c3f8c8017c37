package baton.intake.identity.rest;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.identity.Directory;
import baton.intake.identity.Directory.Entry;
import baton.intake.identity.Identities.Standing;
import baton.intake.identity.rest.IdentityResource.LeadView;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact details of some leads, or of whoever has an address, at the moment of looking. */
@Path("/v1/leads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leads")
public class DirectoryResource {

  private static final int MOST = 100;

  private final Directory directory;

  DirectoryResource(Directory directory) {
    this.directory = directory;
  }

  /** What was found. */
  @Schema(name = "LeadsFound")
  public record FoundView(List<EntryView> items) {}

  /**
   * One lead.
   *
   * @param status KNOWN, ERASED or UNKNOWN
   * @param profile who it is; absent unless it is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LeadFound")
  public record EntryView(UUID leadId, Standing status, LeadView profile) {

    private static EntryView from(Entry entry) {
      return new EntryView(
          entry.leadId(),
          entry.standing(),
          entry.known() == null
              ? null
              : new LeadView(entry.known().profile(), entry.known().externalIds()));
    }
  }

  @GET
  @RolesAllowed({Roles.INTEGRATION, Roles.REP, Roles.MANAGER, Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Contact details of leads",
      description =
          "Either of up to 100 leads by id, in the order in which they are named, each once; or of the"
              + " lead with an e-mail address, however it is written, if there is one.")
  public FoundView find(
      @QueryParam("id") @Parameter(description = "Ids of leads, 1 to 100 of them") List<String> ids,
      @QueryParam("email") @Parameter(description = "An e-mail address") String email)
      throws SQLException {
    if (ids.isEmpty() == (email == null)) {
      throw refused("id", "leads are asked for either by id or by email", "or email is required");
    }
    List<Entry> found = email == null ? directory.find(uuids(ids)) : directory.withEmail(email);
    return new FoundView(found.stream().map(EntryView::from).toList());
  }

  private static List<UUID> uuids(List<String> ids) {
    if (ids.size() > MOST) {
      throw refused("id", "too many leads", "can be given at most " + MOST + " times");
    }
    try {
      return ids.stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException e) {
      throw refused("id", "an id is not valid", "must be a UUID");
    }
  }

  private static RuntimeException refused(String parameter, String detail, String why) {
    return ProblemType.INVALID_REQUEST.because(
        detail, List.of(FieldError.parameter(parameter, why)));
  }
}
