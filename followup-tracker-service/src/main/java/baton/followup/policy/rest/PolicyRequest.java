package baton.followup.policy.rest;

import baton.events.qualification.Grade;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.followup.policy.domain.Hours;
import baton.followup.policy.domain.LeadClock;
import baton.followup.policy.domain.ReasonCode;
import baton.followup.policy.domain.Row;
import baton.http.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The policy as it is to be, whole.
 *
 * @param expectedVersion the version that the caller has seen last
 * @param label what this version is called
 */
@Schema(name = "FollowUpPolicy")
public record PolicyRequest(
    @NotNull Integer expectedVersion,
    @NotBlank @Size(max = 200) @PlainText String label,
    @NotNull @Size(max = FollowUpPolicy.MOST_ROWS) List<@NotNull @Valid RowView> rows,
    @NotNull LeadClock leadClock,
    @NotNull @Size(max = FollowUpPolicy.MOST_CODES) List<@NotNull @Valid CodeView> reasonCodes) {

  /**
   * How much time an owner has, in the owner's working time.
   *
   * @param grade the grade it is for, or absent for every one
   * @param pool the pool it is for, or absent for every one
   * @param acceptance such as PT1H
   * @param firstTouch such as PT4H; not shorter than acceptance
   * @param warnPercent how much of the time passes before the owner is reminded; 75 if neither is
   *     given
   * @param warnBefore or how long before
   */
  @Schema(name = "FollowUpRow")
  public record RowView(
      Grade grade,
      @Size(min = 1, max = 100) @PlainText String pool,
      Duration acceptance,
      Duration firstTouch,
      Integer warnPercent,
      Duration warnBefore) {

    Row toRow() {
      return new Row(
          grade == null ? null : grade.name(),
          pool,
          acceptance,
          firstTouch,
          warnPercent,
          warnBefore);
    }

    static RowView from(Row row) {
      return new RowView(
          row.grade() == null ? null : Grade.valueOf(row.grade()),
          row.pool(),
          row.acceptance(),
          row.firstTouch(),
          row.warnPercent(),
          row.warnBefore());
    }
  }

  /**
   * A reason that can be counted.
   *
   * @param disposition REJECTED, DISQUALIFIED, RECYCLED or LOST
   * @param reason of a rejection: PROCEDURAL, CLERICAL, DEFINITIONAL, or absent for every kind
   */
  @Schema(name = "ReasonCode")
  public record CodeView(String disposition, String reason, String code, @PlainText String label) {

    ReasonCode toCode() {
      return new ReasonCode(disposition, reason, code, label);
    }

    static CodeView from(ReasonCode code) {
      return new CodeView(code.disposition(), code.reason(), code.code(), code.label());
    }
  }

  FollowUpPolicy toPolicy() {
    Hours hours = leadClock.hours();
    LeadClock clock =
        hours == null || hours.blocks() != null
            ? leadClock
            : new LeadClock(
                leadClock.checkpoints(), new Hours(hours.zone(), List.of(), hours.holidays()));
    return new FollowUpPolicy(
        rows.stream().map(RowView::toRow).toList(),
        clock,
        reasonCodes.stream().map(CodeView::toCode).toList());
  }
}
