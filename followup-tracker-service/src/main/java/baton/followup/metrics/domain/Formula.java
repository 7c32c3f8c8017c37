package baton.followup.metrics.domain;

import java.util.List;

/**
 * How a metric is made of what is counted. Where owners are told apart, by rep or team, it counts
 * assignments, because a cycle can have several owners; otherwise it counts cycles.
 */
public sealed interface Formula {

  /** A share of a whole. */
  record Rate(Share cycles, Share assignments) implements Formula {}

  /** Part of a whole. */
  record Share(Measure part, Measure whole) {}

  /** How long something took. */
  record Speed(Measure elapsed, Measure working) implements Formula {}

  /** How often each reason was given, as a share of a whole. */
  record Reasons(Measure part, Measure whole) implements Formula {}

  /** How many came how far. */
  record Stages(List<Stage> cycles, List<Stage> assignments) implements Formula {}

  /** One stage, by its name in the field. */
  record Stage(String name, Measure measure) {}
}
