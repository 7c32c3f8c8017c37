package baton.followup.lead.rest;

import baton.followup.lead.Leads;
import baton.followup.lead.Leads.LeadCycle;
import baton.followup.names.LeadTraits;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One lead and its cycles. */
@Path("/v1")
@Tag(name = "Leads")
@RolesAllowed({
  Roles.INTEGRATION,
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN
})
public class LeadResource {

  private final Leads leads;
  private final LeadTraits traits;

  LeadResource(Leads leads, LeadTraits traits) {
    this.leads = leads;
    this.traits = traits;
  }

  @GET
  @Path("/leads/{id}")
  @Operation(
      summary = "A lead and its cycles",
      description =
          "Where each cycle stands and who has it, newest first; descriptive fields only. Who the lead"
              + " is, lead-intake tells whom it may concern.")
  public LeadView lead(@PathParam("id") UUID leadId) throws SQLException {
    List<LeadCycle> cycles = leads.cyclesOf(leadId);
    if (cycles.isEmpty()) {
      throw ProblemType.NOT_FOUND.because("nothing is known of such a lead here");
    }
    return LeadView.from(
        leadId, cycles, traits.of(List.of(leadId)).getOrDefault(leadId, LeadTraits.Traits.NONE));
  }
}
