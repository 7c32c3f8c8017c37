package baton.proving.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDoorsTest {

  private static final Call CALL = Call.get("ops", "/api/followup/v1/balance");

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Doors doors =
      new PatientDoors(
          call -> answers.size() > 1 ? answers.poll() : answers.peek(),
          Duration.ofSeconds(30),
          pauses::add,
          () -> pauses.stream().mapToLong(Duration::toNanos).sum());

  @ParameterizedTest
  @ValueSource(ints = {0, 409, 429, 500, 502, 503})
  void whatMayPassIsSentAgain(int status) {
    answers(status, status, 200);
    assertThat(doors.send(CALL).status()).isEqualTo(200);
    assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 422})
  void whatWillNotChangeIsSentOnce(int status) {
    answers(status, 200);
    assertThatThrownBy(() -> doors.send(CALL)).isInstanceOf(DoorClosed.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aDoorThatStaysClosedIsLeftInOneLineOnceThePatienceIsAtItsEnd() {
    answers.add(Answer.of(503, "{\"title\":\"Away\",\"detail\":\"the database\\nis away\"}"));
    assertThatThrownBy(() -> doors.send(CALL))
        .isInstanceOf(DoorClosed.class)
        .hasMessage("GET /api/followup/v1/balance was answered 503 the database is away");
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(30));
  }

  private void answers(int... statuses) {
    for (int status : statuses) {
      answers.add(Answer.of(status, "{}"));
    }
  }
}
