package baton.followup.metrics.rest;

import baton.followup.metrics.Recomputation;
import baton.http.keys.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Compares the live numbers with what the facts say. */
@Path("/v1/metrics/recomputation")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class RecomputationResource {

  private final Recomputation recomputation;

  RecomputationResource(Recomputation recomputation) {
    this.recomputation = recomputation;
  }

  /**
   * What came of it.
   *
   * @param equal whether all numbers are what the facts say
   * @param differences the first hundred cells that are not
   */
  public record ComparisonView(
      boolean equal, long cells, long different, List<Recomputation.Difference> differences) {}

  @GET
  @Operation(
      summary = "Compute every number from the facts, and compare",
      description =
          "Reads all facts, and takes its time with many. A cell that differs is a defect; it is named"
              + " with both numbers.")
  public ComparisonView compare() throws SQLException {
    Recomputation.Comparison comparison = recomputation.compare();
    return new ComparisonView(
        comparison.isEqual(), comparison.cells(), comparison.different(), comparison.differences());
  }
}
