package baton.followup.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.followup.commitment.domain.Deadline.Kind;
import baton.followup.commitment.domain.Deadline.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Instant ASSIGNED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Terms TERMS =
      new Terms(
          7, Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(3), Duration.ofHours(18));
  private static final Deadline OWED = TERMS.from(ASSIGNED, WorkingTime.ELAPSED).get(0);
  private static final Instant DUE = ASSIGNED.plus(Duration.ofHours(4));

  @Test
  void theOwnerIsRemindedBeforeTheDeadline() {
    assertThat(OWED.kind()).isEqualTo(Kind.ACCEPTANCE);
    assertThat(OWED.warnAt()).isEqualTo(ASSIGNED.plus(Duration.ofHours(3)));
    assertThat(OWED.dueAt()).isEqualTo(DUE);
    assertThat(OWED.nextAt()).isEqualTo(OWED.warnAt());
    assertThat(OWED.warn().nextAt()).isEqualTo(DUE);
  }

  @Test
  void metExactlyAtTheDeadlineIsInTime() {
    assertThat(OWED.judged(DUE, null).state()).isEqualTo(State.MET);
  }

  @Test
  void metOneMicrosecondAfterTheDeadlineIsABreachOnceTheClockHasPassedIt() {
    Deadline late = OWED.judged(DUE.plusNanos(1000), null);
    assertThat(late.state()).isEqualTo(State.OPEN);
    assertThat(late.passed().judged(DUE.plusNanos(1000), null).state()).isEqualTo(State.BREACHED);
    assertThat(late.metAt()).isEqualTo(DUE.plusNanos(1000));
  }

  @Test
  void withNothingKnownItIsOpenUntilTheDeadlineHasPassed() {
    assertThat(OWED.judged(null, null).state()).isEqualTo(State.OPEN);
    assertThat(OWED.passed().judged(null, null).state()).isEqualTo(State.BREACHED);
  }

  @Test
  void anAssignmentThatEndsBeforeTheDeadlineOwesNothing() {
    assertThat(OWED.judged(null, DUE).state()).isEqualTo(State.ENDED);
    assertThat(OWED.passed().judged(null, DUE.plusNanos(1000)).state()).isEqualTo(State.BREACHED);
  }

  @Test
  void aBreachIsWithdrawnWhenItTurnsOutToHaveBeenMetInTime() {
    Deadline breached = OWED.passed().judged(null, null);
    Deadline after = breached.judged(DUE.minusSeconds(1), null);
    assertThat(after.state()).isEqualTo(State.MET);
    assertThat(after.withdrawn()).isTrue();
    assertThat(breached.judged(DUE.plusSeconds(1), null).withdrawn()).isFalse();
  }

  @Test
  void aDeadlineLiesAfterTheAssignment() {
    assertThatThrownBy(
            () ->
                new Terms(
                    1, Duration.ZERO, Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(45)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
