package baton.qualification.decision.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Points for what a lead did. What somebody is does not decay; what somebody did does, and cannot
 * be earned without end.
 *
 * @param id stable, in lower case with hyphens
 * @param version grows when the rule is changed
 * @param expected what is rewarded, in words
 * @param points for each touchpoint that meets the question, 1 to 1000
 * @param cap points that the rule adds at most, not less than points
 * @param halfLife how they lose their worth, or null if they do not
 * @param question put to each touchpoint
 */
public record EngagementRule(
    String id,
    int version,
    String expected,
    int points,
    int cap,
    HalfLife halfLife,
    Question question) {

  /**
   * @throws IllegalArgumentException if points are not 1 to 1000, or the cap is less than them
   */
  public EngagementRule {
    if (points < 1 || points > 1000 || cap < points) {
      throw new IllegalArgumentException(id + " has no points to give");
    }
  }

  /**
   * What it makes of the touchpoints of a lead.
   *
   * @param visits all of them up to now
   * @param now the time to which age is counted: the arrival of what is decided on
   */
  Finding examine(List<Visit> visits, Instant now) {
    Tally tally = new Tally();
    for (Visit visit : visits) {
      switch (question.ask(visit.known()).outcome()) {
        case MET -> tally.add(visit, worth(visit, now));
        case UNKNOWN -> tally.unknown++;
        case NOT_MET -> tally.others++;
      }
    }
    int contribution = (int) Math.min(cap, tally.worth);
    return new Finding(
        id,
        version,
        Kind.ENGAGEMENT,
        tally.outcome(),
        tally.observed(),
        expected,
        contribution,
        tally.sentence(contribution));
  }

  private int worth(Visit visit, Instant now) {
    return halfLife == null ? points : halfLife.left(points, Duration.between(visit.at(), now));
  }

  /** What was counted of the touchpoints of one lead. */
  private final class Tally {

    private int met;
    private int unknown;
    private int others;
    private long worth;
    private Instant latest;

    private void add(Visit visit, int points) {
      met++;
      worth += points;
      latest = latest == null || visit.at().isAfter(latest) ? visit.at() : latest;
    }

    private Outcome outcome() {
      if (met > 0) {
        return Outcome.MET;
      }
      return unknown > 0 ? Outcome.UNKNOWN : Outcome.NOT_MET;
    }

    private SortedMap<String, String> observed() {
      SortedMap<String, String> observed = new TreeMap<>();
      observed.put("touchpoints", Integer.toString(met + unknown + others));
      observed.put("touchpoints.met", Integer.toString(met));
      observed.put("touchpoints.latest", latest == null ? "" : latest.toString());
      observed.put("points.left", Long.toString(worth));
      observed.put("points.cap", Integer.toString(cap));
      return observed;
    }

    private String sentence(int contribution) {
      String counted = "%d of %d touchpoints".formatted(met, met + unknown + others);
      String left = worth > cap ? ", capped at %d".formatted(cap) : "";
      return "%s: %s (%s, %d points%s)."
          .formatted(outcome().words(), expected, counted, contribution, left);
    }
  }
}
