package baton.proving.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How diligent somebody is: what the person does about a lead, and when. */
enum Habit {
  /** Accepts and calls at once. */
  PROMPT {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      return inTime(situation, chance, 0.1, 0.35);
    }
  },
  /** In time, and no earlier than needed. */
  STEADY {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      return inTime(situation, chance, 0.35, 0.65);
    }
  },
  /** Accepts in time, calls after the deadline. */
  LATE {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      return new Work(situation, chance)
          .steps(
              situation.ofAcceptance(chance.between(0.5, 0.85)),
              situation.ofFirstTouch(chance.between(1.15, 1.6)));
    }
  },
  /** Works what is graded A, and leaves the rest. */
  CHERRY_PICKER {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      return situation.grade().equals("A") ? PROMPT.steps(situation, chance) : List.of();
    }
  },
  /** Accepts everything, notes it down, and never calls. */
  ACCEPTS_ONLY {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      Duration accepted = situation.ofAcceptance(chance.between(0.2, 0.7));
      return List.of(Step.of(accepted, Act.ACCEPTED), Step.of(accepted.plus(accepted), Act.TASK));
    }
  },
  /** Does nothing at all. */
  IGNORES {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      return List.of();
    }
  },
  /** Refuses what does not look perfect, and says why. */
  PICKY {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      boolean fine = situation.worth() == Worth.READY || situation.worth() == Worth.INTERESTED;
      if (chance.percent(fine ? 25 : 85)) {
        Duration refused = situation.ofAcceptance(chance.between(0.2, 0.7));
        return List.of(Step.of(refused, new Work(situation, chance).refusal()));
      }
      return STEADY.steps(situation, chance);
    }
  },
  /** Calls in time and writes it down after the deadline, so that a breach has to be withdrawn. */
  WRITES_LATE {
    @Override
    List<Step> steps(Situation situation, Chance chance) {
      Duration written = situation.ofFirstTouch(chance.between(1.1, 1.3));
      List<Step> late = new ArrayList<>();
      for (Step step : PROMPT.steps(situation, chance)) {
        boolean early = step.after().compareTo(written) < 0;
        late.add(early ? step.toldAt(written) : step);
      }
      return late;
    }
  };

  /** The same situation and the same chance give the same steps. */
  abstract List<Step> steps(Situation situation, Chance chance);

  private static List<Step> inTime(Situation situation, Chance chance, double least, double most) {
    return new Work(situation, chance)
        .steps(
            situation.ofAcceptance(chance.between(least, most)),
            situation.ofFirstTouch(chance.between(most, most + 0.2)));
  }
}
