package baton.qualification.criteria.rest;

import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.qualification.criteria.CriteriaDefinition;
import baton.qualification.criteria.CriteriaSets;
import baton.qualification.criteria.CriteriaVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps sets of criteria in versions. */
@Path("/v1/criteria-sets")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Criteria")
public class CriteriaSetsResource {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final CriteriaSets sets;
  private final Caller caller;

  CriteriaSetsResource(CriteriaSets sets, Caller caller) {
    this.sets = sets;
    this.caller = caller;
  }

  @PUT
  @Path("/{id}/versions/{version}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Save a version of a set of criteria",
      description =
          "Version 1 makes the set; after that a version is the latest one and 1, so that nobody"
              + " overwrites what somebody else saved. A version never changes; the same again is"
              + " answered with 200. It decides nothing before it is put in force. A condition that"
              + " does not compile is refused where it stands, with line, column and a suggestion.")
  public Response save(
      @PathParam("id") @Pattern(regexp = ID) String id,
      @PathParam("version") @Min(1) @Max(1_000_000) int version,
      @Valid @NotNull CriteriaDefinition definition)
      throws SQLException {
    CriteriaSets.Saved saved = sets.save(id, version, definition, caller.name());
    if (saved instanceof CriteriaSets.Saved.Done done) {
      return Response.status(done.created() ? 201 : 200)
          .entity(CriteriaView.from(done.version()))
          .build();
    } else if (saved instanceof CriteriaSets.Saved.Faulty faulty) {
      throw ProblemType.INVALID_REQUEST.because(
          "the criteria could not decide",
          faulty.faults().stream().map(f -> FieldError.at(f.pointer(), f.detail())).toList());
    }
    int latest = ((CriteriaSets.Saved.NotNext) saved).latest();
    throw ProblemType.CONFLICT.because(
        "the next version of this set is "
            + (latest + 1)
            + (version <= latest ? "; version " + version + " has another content" : ""));
  }

  @GET
  @Operation(summary = "The sets of criteria", description = "The latest version of each.")
  public Page<CriteriaView> list(@BeanParam PageRequest page) throws SQLException {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    return page.of(views(sets.latest(after, page.rowsToRead())), view -> Cursor.of(view.id()));
  }

  @GET
  @Path("/{id}/versions")
  @Operation(summary = "The versions of a set", description = "Newest first.")
  public Page<CriteriaView> versions(
      @PathParam("id") @PlainText String id, @BeanParam PageRequest page) throws SQLException {
    long before = page.after().map(cursor -> cursor.number(0)).orElse((long) Integer.MAX_VALUE);
    List<CriteriaVersion> found =
        sets.versions(id, (int) Math.min(before, Integer.MAX_VALUE), page.rowsToRead());
    if (found.isEmpty() && page.after().isEmpty()) {
      throw ProblemType.NOT_FOUND.because("no such set of criteria");
    }
    return page.of(views(found), view -> Cursor.of(view.version()));
  }

  @GET
  @Path("/{id}/versions/{version}")
  @Operation(summary = "One version of a set")
  public CriteriaView one(@PathParam("id") @PlainText String id, @PathParam("version") int version)
      throws SQLException {
    return sets.find(id, version)
        .map(CriteriaView::from)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such version of such a set"));
  }

  private static List<CriteriaView> views(List<CriteriaVersion> versions) {
    return versions.stream().map(CriteriaView::from).toList();
  }
}
