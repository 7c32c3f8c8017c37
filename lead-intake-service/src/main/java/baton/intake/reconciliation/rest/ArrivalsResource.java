package baton.intake.reconciliation.rest;

import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.reconciliation.Arrivals;
import baton.intake.reconciliation.Arrivals.Arrival;
import baton.intake.reconciliation.Refusals;
import baton.intake.reconciliation.Refusals.Refused;
import baton.intake.sources.Sources;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What arrived from a source last. */
@Path("/v1/sources/{id}/arrivals")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Sources")
public class ArrivalsResource {

  private static final int MOST = 50;

  private final Arrivals arrivals;
  private final Refusals refusals;
  private final Sources sources;

  ArrivalsResource(Arrivals arrivals, Refusals refusals, Sources sources) {
    this.arrivals = arrivals;
    this.refusals = refusals;
    this.sources = sources;
  }

  /**
   * What came, and what did not come in.
   *
   * @param items the last submissions, newest first
   * @param refused requests that were turned away yesterday and today (UTC), by reason
   */
  public record ArrivalsView(List<Arrival> items, List<Refused> refused) {}

  @GET
  @Operation(
      summary = "What arrived last",
      description =
          "Up to 50 submissions, newest first, and what has become of each. Rows of lists are told with"
              + " their list. What was turned away, such as a wrong secret, is no submission: of webhooks"
              + " it is counted, yesterday and today (UTC), a few seconds later.")
  public ArrivalsView get(@PathParam("id") @PlainText String id) throws SQLException {
    if (sources.find(id).isEmpty()) {
      throw ProblemType.NOT_FOUND.because("there is no such source");
    }
    return new ArrivalsView(arrivals.of(id, MOST), refusals.of(id));
  }
}
