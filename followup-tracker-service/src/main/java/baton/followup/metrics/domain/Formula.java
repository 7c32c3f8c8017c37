package baton.followup.metrics.domain;

import java.util.List;

/**
 * How a metric is made of what is counted. A metric of cycles counts assignments where owners are
 * told apart, by rep or team, because a cycle can have several owners.
 */
public sealed interface Formula {

  /**
   * What an answer is made of; all of one cohort.
   *
   * @param byOwner whether owners are told apart
   */
  List<Measure> measures(boolean byOwner);

  /** A share of a whole. */
  record Rate(Share cycles, Share assignments) implements Formula {

    /** The share that is meant. */
    public Share share(boolean byOwner) {
      return byOwner ? assignments : cycles;
    }

    @Override
    public List<Measure> measures(boolean byOwner) {
      return List.of(share(byOwner).part(), share(byOwner).whole());
    }
  }

  /** Part of a whole. */
  record Share(Measure part, Measure whole) {}

  /** How long something took. */
  record Speed(Measure elapsed, Measure working) implements Formula {

    @Override
    public List<Measure> measures(boolean byOwner) {
      return List.of(elapsed, working);
    }
  }

  /** How often each reason was given, as a share of a whole. */
  record Reasons(Measure part, Measure whole) implements Formula {

    @Override
    public List<Measure> measures(boolean byOwner) {
      return List.of(part, whole);
    }
  }

  /** How many came how far. */
  record Stages(List<Stage> cycles, List<Stage> assignments) implements Formula {

    /** The stages that are meant. */
    public List<Stage> stages(boolean byOwner) {
      return byOwner ? assignments : cycles;
    }

    @Override
    public List<Measure> measures(boolean byOwner) {
      return stages(byOwner).stream().map(Stage::measure).toList();
    }
  }

  /** One stage, by its name in the field. */
  record Stage(String name, Measure measure) {}
}
