package baton.followup.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rep has to work on, most pressing first.
 *
 * @param zone IANA time zone of the rep
 * @param at when it was looked at
 * @param atWork whether the rep is at work then, by the roster
 * @param total how many there are; items are the first of them
 */
public record Worklist(
    UUID repId,
    String repName,
    String zone,
    Instant at,
    boolean atWork,
    int total,
    List<Item> items) {

  /** Most items that are told. */
  public static final int MOST = 200;

  /** How pressing something is. */
  public enum Priority {
    /** A deadline has passed, and what was owed was not done since. */
    LATE,
    /** Something is owed, and there is time for it. */
    DUE,
    /** Nothing is owed; it waits for an outcome. */
    WORKING
  }

  /**
   * A lead that the rep has.
   *
   * @param score of the decision that qualified it; absent where the decision did not say it
   * @param stage state of its cycle: ASSIGNED, ACCEPTED, TOUCHED or CONVERTED
   * @param deadlines of the rep, by time
   * @param reasons why the lead is ready, in sentences
   * @param why why it is this rep's, in sentences
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WorklistItem")
  public record Item(
      UUID leadId,
      UUID cycleId,
      UUID assignmentId,
      Priority priority,
      String grade,
      Integer score,
      String stage,
      Instant assignedAt,
      String source,
      String campaign,
      String company,
      String title,
      String country,
      List<Due> deadlines,
      List<String> reasons,
      List<String> why) {}

  /**
   * A deadline of a rep.
   *
   * @param kind ACCEPTANCE or FIRST_TOUCH
   * @param warnAt when the rep is reminded
   * @param state OPEN, MET, BREACHED or ENDED
   * @param workingTimeLeft working time of the rep until it is due, in whole seconds, 0 if it is
   *     past; absent if it is not open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WorklistDeadline")
  public record Due(
      String kind, Instant dueAt, Instant warnAt, String state, Duration workingTimeLeft) {}
}
