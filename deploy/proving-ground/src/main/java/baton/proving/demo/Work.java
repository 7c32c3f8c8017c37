package baton.proving.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a lead is worked once somebody works it: accepted, touched, and brought to the end that it is
 * worth.
 */
final class Work {

  private static final int CALLS = 60;

  private final Situation situation;
  private final Chance chance;
  private final List<Step> steps = new ArrayList<>();

  Work(Situation situation, Chance chance) {
    this.situation = situation;
    this.chance = chance;
  }

  /**
   * The steps.
   *
   * @param accepted when it is accepted
   * @param touched when it is touched for the first time
   */
  List<Step> steps(Duration accepted, Duration touched) {
    if (chance.percent(refusedAtOnce())) {
      return List.of(Step.of(accepted, refusal()));
    }
    steps.add(Step.of(accepted, Act.ACCEPTED));
    steps.add(Step.of(touched, chance.percent(CALLS) ? Act.CALL : Act.EMAIL));
    switch (situation.worth()) {
      case READY -> opportunity(touched, 72, 16);
      case INTERESTED -> {
        if (chance.percent(55)) {
          opportunity(touched, 22, 48);
        } else {
          end(touched, Reasons.NO_ANSWER, Reasons.NO_BUDGET_THIS_QUARTER);
        }
      }
      case LATER ->
          end(touched, Reasons.NOT_NOW, Reasons.NO_BUDGET_THIS_QUARTER, Reasons.NO_ANSWER);
      case NO_FIT -> end(touched, Reasons.NO_NEED, Reasons.NO_AUTHORITY, Reasons.COMPETITOR);
      case WRONG -> end(touched, Reasons.STUDENT_PROJECT, Reasons.NO_NEED);
    }
    return steps;
  }

  /** In percent: what is wrong can be seen before any contact, and misfits sometimes. */
  private int refusedAtOnce() {
    return switch (situation.worth()) {
      case WRONG -> 85;
      case NO_FIT -> 35;
      case READY, INTERESTED, LATER -> 0;
    };
  }

  /** Before any contact: why it should not be here. */
  Act refusal() {
    Reasons why =
        switch (situation.worth()) {
          case WRONG ->
              chance.oneOf(
                  List.of(
                      Reasons.WRONG_DATA,
                      Reasons.WRONG_DATA,
                      Reasons.MISSING_DATA,
                      Reasons.EXISTING_CUSTOMER,
                      Reasons.WRONG_TERRITORY,
                      Reasons.DUPLICATE));
          case NO_FIT, LATER -> Reasons.BELOW_CRITERIA;
          case READY, INTERESTED ->
              chance.oneOf(
                  List.of(
                      Reasons.OWNED_BY_COLLEAGUE, Reasons.WRONG_TERRITORY, Reasons.BELOW_CRITERIA));
        };
    return why.act();
  }

  private void opportunity(Duration touched, int won, int lost) {
    Duration met = touched.plus(some(0.3, 0.6));
    Duration converted = met.plus(some(0.2, 0.4));
    Duration decided = converted.plus(some(0.5, 1.2));
    steps.add(Step.of(met, Act.MEETING));
    steps.add(Step.of(converted, Act.CONVERTED));
    if (chance.percent(won)) {
      steps.add(Step.of(decided, Act.WON));
    } else if (chance.percent(100 * lost / (100 - won))) {
      Reasons why =
          chance.oneOf(List.of(Reasons.PRICE, Reasons.CHOSE_A_COMPETITOR, Reasons.NO_DECISION));
      steps.add(Step.of(decided, why.act()));
    }
  }

  private void end(Duration touched, Reasons... why) {
    steps.add(Step.of(touched.plus(some(0.4, 1)), chance.oneOf(List.of(why)).act()));
  }

  private Duration some(double least, double most) {
    return situation.ofFirstTouch(chance.between(least, most));
  }
}
