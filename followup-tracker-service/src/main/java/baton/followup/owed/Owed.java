package baton.followup.owed;

import baton.followup.commitment.domain.CycleState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed at one moment.
 *
 * @param open what there is time for
 * @param late what somebody owes still although its deadline has passed
 * @param next what falls due next
 * @param lateNow what became late last, newest first
 * @param cycles how many cycles are in each open state
 */
public record Owed(
    Instant at,
    List<Open> open,
    List<Late> late,
    List<Entry> next,
    List<Entry> lateNow,
    Map<CycleState, Long> cycles) {

  /** Most entries in a list. */
  public static final int MOST = 10;

  /**
   * What there is time for.
   *
   * @param kind ACCEPTANCE, FIRST_TOUCH or FOLLOW_UP
   * @param count assignments, or of FOLLOW_UP cycles, of which it is owed
   * @param dueWithinHour how many of them are due within an hour
   */
  @Schema(name = "OwedOpen")
  public record Open(String kind, long count, long dueWithinHour) {}

  /**
   * What is owed although its deadline has passed.
   *
   * @param count assignments, or of FOLLOW_UP cycles, of which it is owed
   */
  @Schema(name = "OwedLate")
  public record Late(String kind, long count) {}

  /**
   * One thing that is owed.
   *
   * @param repId who owes it; absent of FOLLOW_UP, which whoever has the lead owes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OwedEntry")
  public record Entry(
      UUID leadId,
      UUID cycleId,
      UUID repId,
      String repName,
      String kind,
      Instant dueAt,
      String grade,
      String company,
      String campaign) {

    Entry named(String rep, String organisation) {
      return new Entry(leadId, cycleId, repId, rep, kind, dueAt, grade, organisation, campaign);
    }
  }
}
