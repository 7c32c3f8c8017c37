package baton.qualification.decision.rest;

import baton.http.keys.Roles;
import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The criteria by which leads are decided now. */
@Path("/v1/criteria")
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
public class CriteriaResource {

  private final CriteriaSet inForce;

  CriteriaResource(CriteriaSet inForce) {
    this.inForce = inForce;
  }

  /** The set in force. */
  @GET
  @Operation(summary = "The criteria in force", description = "By which leads are decided now.")
  public CriteriaView inForce() {
    return CriteriaView.from(inForce);
  }

  /**
   * A set of criteria, for people.
   *
   * @param threshold points from which a lead qualifies; {@code gradeB} and {@code gradeA} likewise
   */
  public record CriteriaView(
      String id, int version, int threshold, int gradeB, int gradeA, List<CriterionView> criteria) {

    static CriteriaView from(CriteriaSet set) {
      return new CriteriaView(
          set.id(),
          set.version(),
          set.threshold(),
          set.gradeB(),
          set.gradeA(),
          set.criteria().stream()
              .map(c -> new CriterionView(c.id(), c.kind(), c.expected(), c.points()))
              .toList());
    }
  }

  /** One criterion: what it can do, what it asks for, and its points if it is weighted. */
  public record CriterionView(String id, Kind kind, String expected, int points) {}
}
