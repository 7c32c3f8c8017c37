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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact details of some leads, or of whoever has an address, at the moment of looking. */
@Path("/v1/leads/lookups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leads")
public class DirectoryResource {

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

  /**
   * Who is looked for: either some leads by id, or whoever has an address. In the body, because
   * what stands in an address is kept by proxies, logs and traces.
   *
   * @param ids 1 to 100 of them
   * @param email however it is written
   */
  @Schema(name = "LeadLookup")
  public record Lookup(
      @Size(min = 1, max = 100) List<@NotNull UUID> ids,
      @Schema(examples = "jo.meyer@example.com") String email) {

    /** Never the address. */
    @Override
    public String toString() {
      return "Lookup[ids=" + ids + "]";
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.INTEGRATION, Roles.REP, Roles.MANAGER, Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Contact details of leads",
      description =
          "Either of up to 100 leads by id, in the order in which they are named, each once; or of the"
              + " lead with an e-mail address, however it is written, if there is one. Changes"
              + " nothing, so that no Idempotency-Key is needed.")
  public FoundView find(@Valid @NotNull Lookup wanted) throws SQLException {
    if ((wanted.ids() == null) == (wanted.email() == null)) {
      throw ProblemType.INVALID_REQUEST.because(
          "leads are asked for either by ids or by email",
          List.of(FieldError.at("/ids", "or email is required")));
    }
    List<Entry> found =
        wanted.ids() != null ? directory.find(wanted.ids()) : directory.withEmail(wanted.email());
    return new FoundView(found.stream().map(EntryView::from).toList());
  }
}
