package baton.followup.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.worklist.OpenWork.Owed;
import baton.followup.worklist.OpenWork.Reasons;
import baton.followup.worklist.Worklist.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is more pressing than what. */
class OpenWorkTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static Owed owed(String state, int minutesFromNow, boolean met) {
    Instant due = NOW.plusSeconds(60L * minutesFromNow);
    return new Owed("ACCEPTANCE", due, due.minusSeconds(600), state, met);
  }

  private static OpenWork work(String name, String grade, Integer score, Owed... owed) {
    return assigned(name, 0, grade, score, owed);
  }

  private static OpenWork assigned(
      String name, int minutesAgo, String grade, Integer score, Owed... owed) {
    return new OpenWork(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        NOW.minusSeconds(60L * minutesAgo),
        "ASSIGNED",
        grade,
        name,
        null,
        List.of(owed),
        new Reasons(score, List.of(), List.of()));
  }

  private static List<String> inOrder(OpenWork... works) {
    return Stream.of(works).sorted(OpenWork.mostPressingFirst(NOW)).map(OpenWork::source).toList();
  }

  private static Priority priority(Owed... owed) {
    return work("x", "A", 1, owed).priority(NOW);
  }

  @Test
  void whatIsOwedAndPassedIsLateUntilItWasDone() {
    assertThat(priority(owed("BREACHED", -1, false))).isEqualTo(Priority.LATE);
    assertThat(priority(owed("BREACHED", -1, true))).isEqualTo(Priority.WORKING);
    assertThat(priority(owed("ENDED", -1, false))).isEqualTo(Priority.WORKING);
  }

  @Test
  void whatIsDueThisVeryMomentIsLateAlsoBeforeTheClockLookedAtIt() {
    assertThat(priority(owed("OPEN", 0, false))).isEqualTo(Priority.LATE);
    assertThat(priority(owed("OPEN", 0, true))).isEqualTo(Priority.WORKING);
    assertThat(priority(owed("OPEN", 1, false))).isEqualTo(Priority.DUE);
  }

  @Test
  void oneDeadlineThatIsLateIsEnough() {
    assertThat(priority(owed("OPEN", 60, false), owed("BREACHED", -1, false)))
        .isEqualTo(Priority.LATE);
    assertThat(priority(owed("MET", -1, true), owed("OPEN", 60, false))).isEqualTo(Priority.DUE);
    assertThat(priority()).isEqualTo(Priority.WORKING);
  }

  @Test
  void lateComesFirstByGradeThenScoreThenDueTime() {
    assertThat(
            inOrder(
                work("due", "A", 99, owed("OPEN", 1, false)),
                work("no grade", null, 90, owed("BREACHED", -90, false)),
                work("B", "B", 80, owed("BREACHED", -80, false)),
                work("A late", "A", 50, owed("BREACHED", -10, false)),
                work("A later", "A", 50, owed("BREACHED", -20, false)),
                work("A better", "A", 60, owed("BREACHED", -5, false)),
                work("A unknown", "A", null, owed("BREACHED", -50, false))))
        .containsExactly("A better", "A later", "A late", "A unknown", "B", "no grade", "due");
  }

  @Test
  void whatIsDueComesByDueTimeAndTheRestByHowLongTheRepHasIt() {
    assertThat(
            inOrder(
                assigned("new", 5, "A", 90),
                assigned("old", 50, "C", 10),
                work("soon", "C", 1, owed("OPEN", 10, false), owed("OPEN", 90, false)),
                work("soonest", "C", 1, owed("MET", -60, true), owed("OPEN", 5, false)),
                work("later", "A", 99, owed("OPEN", 20, false))))
        .containsExactly("soonest", "soon", "later", "old", "new");
  }
}
