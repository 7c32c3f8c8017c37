package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.demo.Terms.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HabitTest {

  private static final Term TERM = new Term(Duration.ofSeconds(10), Duration.ofSeconds(18));
  private static final int MANY = 200;

  @ParameterizedTest
  @EnumSource
  void theSameLeadIsTreatedTheSameAgain(Habit habit) {
    assertThat(all(habit, "B")).isEqualTo(all(habit, "B"));
  }

  @ParameterizedTest
  @EnumSource
  void stepsAreInOrderAndToldAfterTheyWereDone(Habit habit) {
    for (List<Step> steps : all(habit, "A")) {
      assertThat(steps).isSortedAccordingTo((a, b) -> a.after().compareTo(b.after()));
      assertThat(steps).allMatch(step -> step.toldAfter().compareTo(step.after()) >= 0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMPT", "STEADY"})
  void theDiligentTouchInTimeOrRefuseInTime(Habit habit) {
    for (List<Step> steps : all(habit, "A")) {
      assertThat(steps.get(0).toldAfter()).isLessThan(TERM.acceptance());
    }
    assertThat(firstTouches(all(habit, "A")))
        .hasSizeGreaterThan(MANY / 2)
        .allMatch(touch -> touch.toldAfter().compareTo(TERM.firstTouch()) < 0);
  }

  @Test
  void theLateAcceptInTimeAndTouchTooLate() {
    assertThat(touches(all(Habit.LATE, "A")))
        .isNotEmpty()
        .allMatch(touch -> touch.after().compareTo(TERM.firstTouch()) > 0);
  }

  @Test
  void whoWritesLateCalledInTime() {
    assertThat(firstTouches(all(Habit.WRITES_LATE, "A")))
        .isNotEmpty()
        .allMatch(touch -> touch.after().compareTo(TERM.firstTouch()) < 0)
        .allMatch(touch -> touch.toldAfter().compareTo(TERM.firstTouch()) > 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTS_ONLY", "IGNORES"})
  void someNeverTouchAnybody(Habit habit) {
    assertThat(touches(all(habit, "A"))).isEmpty();
  }

  @Test
  void theCherryPickerWorksGradeAOnly() {
    assertThat(all(Habit.CHERRY_PICKER, "A")).noneMatch(List::isEmpty);
    assertThat(all(Habit.CHERRY_PICKER, "B")).allMatch(List::isEmpty);
  }

  @Test
  void thePickyRefuseForReasonsOfAllThreeKinds() {
    List<Act> refusals =
        all(Habit.PICKY, "B").stream()
            .flatMap(List::stream)
            .map(Step::act)
            .filter(act -> act.is("REJECTED"))
            .toList();
    assertThat(refusals).hasSizeGreaterThan(MANY / 3);
    assertThat(refusals).extracting(Act::reason).contains("PROCEDURAL", "CLERICAL", "DEFINITIONAL");
    assertThat(refusals).extracting(Act::code).doesNotContainNull();
  }

  /** What becomes of many leads, as many of each worth. */
  private static List<List<Step>> all(Habit habit, String grade) {
    List<List<Step>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Worth worth = Worth.values()[i % Worth.values().length];
      boolean touchable = worth != Worth.WRONG || habit == Habit.PICKY;
      Worth used = touchable ? worth : Worth.READY;
      all.add(habit.steps(new Situation(grade, used, TERM), Chance.of(7, habit, i)));
    }
    return all;
  }

  private static List<Step> touches(List<List<Step>> all) {
    return all.stream().flatMap(List::stream).filter(step -> step.act().isTouch()).toList();
  }

  private static List<Step> firstTouches(List<List<Step>> all) {
    return all.stream()
        .map(steps -> steps.stream().filter(step -> step.act().isTouch()).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }
}
