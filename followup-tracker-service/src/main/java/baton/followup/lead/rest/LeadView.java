package baton.followup.lead.rest;

import baton.followup.lead.Leads.LeadCycle;
import baton.followup.lead.Leads.Owner;
import baton.followup.names.LeadTraits.Traits;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead, in fields that do not tell who it is.
 *
 * @param source where it came from first; as campaign
 * @param receivedAt when it was first received
 * @param erasedAt when what told who it is was deleted; absent if it was not
 * @param mergedInto the lead that this one turned out to be; absent if it is itself
 * @param cycles newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lead")
public record LeadView(
    UUID leadId,
    String source,
    String campaign,
    String company,
    String title,
    String country,
    Instant receivedAt,
    Instant erasedAt,
    UUID mergedInto,
    List<CycleView> cycles) {

  /**
   * One journey of the lead.
   *
   * @param owner who has it, or had it when it ended; absent if nobody
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LeadCycle")
  public record CycleView(
      UUID cycleId,
      String state,
      String grade,
      Integer score,
      Instant openedAt,
      Instant qualifiedAt,
      String campaign,
      String source,
      OwnerView owner) {

    private static CycleView from(LeadCycle cycle) {
      return new CycleView(
          cycle.cycleId(),
          cycle.state(),
          cycle.grade(),
          cycle.score(),
          cycle.openedAt(),
          cycle.qualifiedAt(),
          cycle.campaign(),
          cycle.source(),
          cycle.owner() == null ? null : OwnerView.from(cycle.owner()));
    }
  }

  /**
   * Who has a cycle.
   *
   * @param team of the rep when it was assigned; absent if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LeadOwner")
  public record OwnerView(
      UUID repId, String repName, String team, UUID assignmentId, Instant since) {

    private static OwnerView from(Owner owner) {
      return new OwnerView(
          owner.repId(), owner.repName(), owner.team(), owner.assignmentId(), owner.since());
    }
  }

  /**
   * The view of a lead.
   *
   * @param cycles newest first, at least one
   */
  static LeadView from(UUID leadId, List<LeadCycle> cycles, Traits traits) {
    LeadCycle first =
        cycles.stream().filter(LeadCycle::first).findFirst().orElse(cycles.get(cycles.size() - 1));
    return new LeadView(
        leadId,
        first.source(),
        first.campaign(),
        traits.company(),
        traits.title(),
        traits.country(),
        first.openedAt(),
        first.erasedAt(),
        first.mergedInto(),
        cycles.stream().map(CycleView::from).toList());
  }
}
