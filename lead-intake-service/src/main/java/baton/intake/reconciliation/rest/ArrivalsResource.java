package baton.intake.reconciliation.rest;

import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.reconciliation.Arrivals;
import baton.intake.reconciliation.Arrivals.Arrival;
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
  private final Sources sources;

  ArrivalsResource(Arrivals arrivals, Sources sources) {
    this.arrivals = arrivals;
    this.sources = sources;
  }

  /** The last ones, newest first. */
  public record ArrivalsView(List<Arrival> items) {}

  @GET
  @Operation(
      summary = "What arrived last",
      description =
          "Up to 50 submissions, newest first, and what has become of each. Rows of lists are told with"
              + " their list. What was refused, such as a forged signature, is no submission.")
  public ArrivalsView get(@PathParam("id") @PlainText String id) throws SQLException {
    if (sources.find(id).isEmpty()) {
      throw ProblemType.NOT_FOUND.because("there is no such source");
    }
    return new ArrivalsView(arrivals.of(id, MOST));
  }
}
