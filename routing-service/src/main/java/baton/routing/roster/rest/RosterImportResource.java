package baton.routing.roster.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.FlagParameter;
import baton.http.problem.ProblemType;
import baton.routing.imports.ImportReport;
import baton.routing.roster.ImportRoster;
import baton.routing.roster.Roster;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes a roster from a table. */
@Path("/v1/roster/import")
@RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Tag(name = "Roster")
public class RosterImportResource {

  private final ImportRoster roster;
  private final Correlation correlation;

  RosterImportResource(ImportRoster roster, Correlation correlation) {
    this.roster = roster;
    this.correlation = correlation;
  }

  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Make and change reps by a CSV table",
      description =
          "UTF-8, with a header: email, name, zone and capacity, and any of team, manager_email,"
              + " hours, holidays, absences, daily_cap, pools, active and external_ids. Reps are"
              + " known by their e-mail addresses. All rows or none, unless partial is true: 422"
              + " with what is wrong with each row in the member report. With dryRun nothing is"
              + " changed.")
  public ImportReport take(
      byte[] csv,
      @QueryParam("partial") @Schema(type = SchemaType.BOOLEAN) String partial,
      @QueryParam("dryRun") @Schema(type = SchemaType.BOOLEAN) String dryRun)
      throws SQLException {
    boolean partly = FlagParameter.parse("partial", partial);
    Roster.Mode mode =
        FlagParameter.parse("dryRun", dryRun)
            ? Roster.Mode.DRY_RUN
            : partly ? Roster.Mode.PARTIAL : Roster.Mode.ALL_OR_NOTHING;
    ImportReport report =
        roster.take(csv, mode, new Cause(correlation.id(), null, correlation.traceparent()));
    if (report.refused() > 0 && mode == Roster.Mode.ALL_OR_NOTHING) {
      throw ProblemType.UNPROCESSABLE
          .problem()
          .withDetail(report.refused() + " rows cannot be taken; nothing was changed")
          .with("report", report)
          .build();
    }
    return report;
  }
}
