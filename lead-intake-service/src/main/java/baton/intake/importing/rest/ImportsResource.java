package baton.intake.importing.rest;

import baton.http.keys.Roles;
import baton.http.paging.ConstantParameter;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.intake.importing.ImportedList;
import baton.intake.importing.Imports;
import baton.intake.importing.RowOutcome;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Lists that were uploaded: say what the columns mean, try, start, watch. */
@Path("/v1/imports")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Imports")
public class ImportsResource {

  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final Imports imports;
  private final Progress progress;

  ImportsResource(Imports imports, Progress progress) {
    this.imports = imports;
    this.progress = progress;
  }

  /**
   * Some rows of a list as they are.
   *
   * @param rows the cells of each, in the order of the columns
   */
  public record Sample(List<String> columns, List<List<String>> rows) {}

  @GET
  @Operation(summary = "The imports", description = "Newest first.")
  public Page<ImportView> list(@BeanParam PageRequest page) throws SQLException {
    UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(LAST);
    return page.of(
        imports.list(before, page.rowsToRead()).stream().map(ImportView::from).toList(),
        one -> Cursor.of(one.id()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "An import",
      description = "With what its columns most likely mean, or mean, and how far it is.")
  public ImportView get(@PathParam("id") UUID id) throws SQLException {
    return ImportView.from(existing(id));
  }

  @GET
  @Path("/{id}/progress")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The same as it goes",
      description =
          "As server-sent events: at once, whenever it changed, and every ten seconds as a sign of life,"
              + " until it has ended, at most for five minutes.")
  public Multi<ImportView> progress(@PathParam("id") UUID id) throws SQLException {
    return progress.of(existing(id).id());
  }

  @GET
  @Path("/{id}/sample")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Its first rows",
      description = "Of those that are not written yet, as they are; none once it has ended.")
  public Sample sample(@PathParam("id") UUID id) throws SQLException {
    ImportedList list = existing(id);
    return new Sample(list.columns(), imports.sample(list));
  }

  @GET
  @Path("/{id}/rows")
  @Operation(
      summary = "What became of its rows",
      description =
          "As it is now: what was quarantined may have been released since. The rows themselves are in"
              + " the quarantine, and nowhere else.")
  public Page<Imports.Row> rows(
      @PathParam("id") UUID id, @QueryParam("outcome") String outcome, @BeanParam PageRequest page)
      throws SQLException {
    RowOutcome only =
        outcome == null ? null : ConstantParameter.parse(RowOutcome.class, "outcome", outcome);
    long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
    return page.of(
        imports.rows(existing(id).id(), only, after, page.rowsToRead()),
        row -> Cursor.of(row.row()));
  }

  @PUT
  @Path("/{id}/mapping")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Say what its columns mean",
      description =
          "And what its rows are: INQUIRIES are judged and followed up; HISTORY only adds to what is"
              + " known, starts no clock and is in no metric. Once it has ended, the columns hold for what"
              + " is read again from quarantine. 409 while it is tried or written.")
  public ImportView confirm(@PathParam("id") UUID id, @Valid @NotNull MappingRequest request)
      throws SQLException {
    ImportedList list = existing(id);
    if (list.columns() == null) {
      throw ProblemType.CONFLICT.because("the import is " + list.state());
    }
    return done(() -> imports.confirm(id, request.kind(), request.toMapping(list)));
  }

  @POST
  @Path("/{id}/dry-run")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Have it tried",
      description =
          "Nothing is written. Its result is the member dryRun, which grows until the state is READY"
              + " again. 409 before its columns are confirmed, and once it was started.")
  public ImportView check(@PathParam("id") UUID id) throws SQLException {
    return done(() -> imports.check(id));
  }

  @POST
  @Path("/{id}/start")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Have it written",
      description =
          "Row by row, until every row ended as something, whatever is restarted meanwhile. 409 before its"
              + " columns are confirmed, and once it was started.")
  public ImportView start(@PathParam("id") UUID id) throws SQLException {
    return done(() -> imports.start(id));
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(
      summary = "End it",
      description =
          "What is written stays; the rest of the file is deleted. 409 once it has ended.")
  public ImportView cancel(@PathParam("id") UUID id) throws SQLException {
    return done(() -> imports.cancel(id));
  }

  /** What somebody decides about a list. */
  @FunctionalInterface
  private interface Decision {
    Optional<ImportedList> make() throws SQLException;
  }

  private static ImportView done(Decision decision) throws SQLException {
    try {
      return ImportView.from(decision.make().orElseThrow(ImportsResource::missing));
    } catch (Imports.NotNow e) {
      throw ProblemType.CONFLICT.because(e.getMessage());
    }
  }

  private ImportedList existing(UUID id) throws SQLException {
    return imports.find(id).orElseThrow(ImportsResource::missing);
  }

  static RuntimeException missing() {
    return ProblemType.NOT_FOUND.because("there is no such import");
  }
}
