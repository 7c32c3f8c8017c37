package baton.followup.metrics.domain;

import baton.followup.metrics.domain.Formula.Rate;
import baton.followup.metrics.domain.Formula.Reasons;
import baton.followup.metrics.domain.Formula.Share;
import baton.followup.metrics.domain.Formula.Speed;
import baton.followup.metrics.domain.Formula.Stage;
import baton.followup.metrics.domain.Formula.Stages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The metrics there are. A definition that would give another number for the same facts gets the
 * next version.
 */
public enum Metric {
  FOLLOW_UP_RATE(
      "follow-up-rate",
      1,
      "Follow-up rate",
      "Cycles that were qualified in the period and touched by an owner, at any time since ÷ cycles"
          + " that were qualified in the period. By rep or team: assignments of the period whose"
          + " owner touched the lead ÷ assignments of the period.",
      new Rate(
          new Share(Measure.QUALIFIED_TOUCHED, Measure.QUALIFIED),
          new Share(Measure.TOUCHED, Measure.ASSIGNED))),
  IGNORED_RATE(
      "ignored-rate",
      1,
      "Ignored rate",
      "Cycles that were qualified in the period, that nobody touched, and for which a deadline to do"
          + " so has passed ÷ cycles that were qualified in the period. By rep or team: assignments"
          + " of the period whose owner let the deadline of the first touch pass and never touched"
          + " the lead ÷ assignments of the period.",
      new Rate(
          new Share(Measure.QUALIFIED_IGNORED, Measure.QUALIFIED),
          new Share(Measure.IGNORED, Measure.ASSIGNED))),
  ACCEPTANCE_RATE(
      "acceptance-rate",
      1,
      "Acceptance rate",
      "Cycles that were qualified in the period and accepted by an owner ÷ cycles that were qualified"
          + " in the period. By rep or team: assignments of the period that their owner accepted ÷"
          + " assignments of the period.",
      new Rate(
          new Share(Measure.QUALIFIED_ACCEPTED, Measure.QUALIFIED),
          new Share(Measure.ACCEPTED, Measure.ASSIGNED))),
  BREACH_RATE(
      "breach-rate",
      1,
      "Breach rate",
      "Assignments of the period with at least one deadline that passed unmet, breaches that were"
          + " withdrawn left out ÷ assignments of the period.",
      new Rate(
          new Share(Measure.BREACHED_ANY, Measure.ASSIGNED),
          new Share(Measure.BREACHED_ANY, Measure.ASSIGNED))),
  BREACHES(
      "breaches",
      1,
      "Breaches by commitment",
      "Assignments of the period for which this commitment was not met in time, breaches that were"
          + " withdrawn left out ÷ assignments of the period.",
      new Reasons(Measure.BREACHED, Measure.ASSIGNED)),
  REJECTIONS(
      "rejections",
      1,
      "Rejections by reason",
      "Assignments of the period that their owner rejected for this reason ÷ assignments of the"
          + " period.",
      new Reasons(Measure.REJECTED, Measure.ASSIGNED)),
  SPEED_TO_LEAD(
      "speed-to-lead",
      1,
      "Speed to lead",
      "Time from the arrival of a submission that opened a cycle in the period to the first touch by"
          + " any owner of the cycle; elapsed, and in the working time of who made the touch. Cycles"
          + " that nobody touched are not in it: see the follow-up rate.",
      new Speed(Measure.SPEED_TO_LEAD, Measure.SPEED_TO_LEAD_WORKING)),
  TIME_TO_ACTION(
      "time-to-action",
      1,
      "Time to action",
      "Time from an assignment of the period to the first touch by its owner; elapsed, and in the"
          + " working time of the owner. Assignments without a touch are not in it: see the"
          + " follow-up rate.",
      new Speed(Measure.TIME_TO_ACTION, Measure.TIME_TO_ACTION_WORKING)),
  CONVERSION(
      "conversion",
      1,
      "Conversion by stage",
      "Cycles that were opened by an arrival in the period, and how many of them reached each stage"
          + " at any time since: MQL, qualified; SAL, accepted by an owner; SQL, a real opportunity;"
          + " won; lost. By rep or team: assignments of the period, and how many were accepted, became"
          + " an opportunity, were won or lost by their owner.",
      new Stages(
          List.of(
              new Stage("INQUIRY", Measure.INQUIRED),
              new Stage("MQL", Measure.INQUIRED_MQL),
              new Stage("SAL", Measure.INQUIRED_SAL),
              new Stage("SQL", Measure.INQUIRED_SQL),
              new Stage("WON", Measure.INQUIRED_WON),
              new Stage("LOST", Measure.INQUIRED_LOST)),
          List.of(
              new Stage("ASSIGNED", Measure.ASSIGNED),
              new Stage("SAL", Measure.ACCEPTED),
              new Stage("SQL", Measure.CONVERTED),
              new Stage("WON", Measure.WON),
              new Stage("LOST", Measure.LOST)))),
  FUNNEL(
      "funnel",
      1,
      "Funnel",
      "Cycles that were opened by an arrival in the period, and how many of them came how far at any"
          + " time since: qualified; assigned to a rep; accepted and touched by an owner; won. By rep"
          + " or team: assignments of the period, and how many were accepted, touched and won by"
          + " their owner.",
      new Stages(
          List.of(
              new Stage("RECEIVED", Measure.INQUIRED),
              new Stage("QUALIFIED", Measure.INQUIRED_MQL),
              new Stage("ASSIGNED", Measure.INQUIRED_ASSIGNED),
              new Stage("ACCEPTED", Measure.INQUIRED_SAL),
              new Stage("TOUCHED", Measure.INQUIRED_TOUCHED),
              new Stage("WON", Measure.INQUIRED_WON)),
          List.of(
              new Stage("ASSIGNED", Measure.ASSIGNED),
              new Stage("ACCEPTED", Measure.ACCEPTED),
              new Stage("TOUCHED", Measure.TOUCHED),
              new Stage("WON", Measure.WON))));

  private final String publicName;
  private final int version;
  private final String title;
  private final String words;
  private final Formula formula;

  Metric(String publicName, int version, String title, String words, Formula formula) {
    this.publicName = publicName;
    this.version = version;
    this.title = title;
    this.words = words;
    this.formula = formula;
  }

  /** The metric of this name, or empty if there is none. */
  public static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.publicName.equals(name)).findFirst();
  }

  /** Its name in addresses. */
  public String publicName() {
    return publicName;
  }

  /** Version of the definition. */
  public int version() {
    return version;
  }

  public String title() {
    return title;
  }

  /** The formula in words. */
  public String words() {
    return words;
  }

  public Formula formula() {
    return formula;
  }
}
