package baton.followup.metrics.domain;

import java.util.List;
import java.util.Optional;

/**
 * How a metric is made of what is counted. A metric of cycles counts assignments where owners are
 * told apart, by rep or team, because a cycle can have several owners.
 */
public sealed interface Formula {

  /** Name of the number that is a share of another. */
  String PART = "part";

  /** Name of the number that others are a share of. */
  String WHOLE = "whole";

  /**
   * What an answer is made of; all of one cohort.
   *
   * @param byOwner whether owners are told apart
   */
  List<Measure> measures(boolean byOwner);

  /**
   * One number of a line.
   *
   * @param byOwner whether owners are told apart
   * @param name which one is meant; null: the one that needs no name
   * @return empty if there is none of this name
   */
  Optional<One> one(boolean byOwner, String name);

  /**
   * What one number counts.
   *
   * @param code what it is limited to within the measure; null: nothing
   */
  record One(Measure measure, String code) {
    One(Measure measure) {
      this(measure, null);
    }
  }

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

    @Override
    public Optional<One> one(boolean byOwner, String name) {
      if (name == null || name.equals(PART)) {
        return Optional.of(new One(share(byOwner).part()));
      }
      return name.equals(WHOLE) ? Optional.of(new One(share(byOwner).whole())) : Optional.empty();
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

    /** The elapsed ones: what was made in working hours that are not known is among them, too. */
    @Override
    public Optional<One> one(boolean byOwner, String name) {
      return name == null ? Optional.of(new One(elapsed)) : Optional.empty();
    }
  }

  /** How often each reason was given, as a share of a whole. */
  record Reasons(Measure part, Measure whole) implements Formula {

    @Override
    public List<Measure> measures(boolean byOwner) {
      return List.of(part, whole);
    }

    @Override
    public Optional<One> one(boolean byOwner, String name) {
      return Optional.of(WHOLE.equals(name) ? new One(whole) : new One(part, name));
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

    @Override
    public Optional<One> one(boolean byOwner, String name) {
      return stages(byOwner).stream()
          .filter(stage -> stage.name().equals(name))
          .map(stage -> new One(stage.measure()))
          .findFirst();
    }
  }

  /** One stage, by its name in the field. */
  record Stage(String name, Measure measure) {}
}
