package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrmTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration DAY = Duration.ofMinutes(3);
  private static final UUID LEAD = new UUID(1, 1);
  private static final Rep LENA = Staff.REPS.get(0);
  private static final Rep FELIX = Staff.REPS.get(4);

  private final MovedAgenda agenda = new MovedAgenda();
  private final System system = new System();
  private final Logbook logbook = new Logbook();
  private final DayPlan plan = DayPlan.of(2026, DAY);
  private final Crm crm =
      new Crm(system, agenda, plan.seed(), Terms.of(DAY), new Run(START), logbook);

  @BeforeEach
  void aLeadCame() {
    Prospect ready =
        plan.people().stream().filter(who -> who.worth() == Worth.READY).findFirst().orElseThrow();
    logbook.submitted(new Submission(ready, Submission.Told.FIRST), Optional.of(LEAD));
  }

  @Test
  void aPromptRepIsInformedAcceptsAndTouchesInTime() {
    system.assign(new UUID(2, 1), LENA, START);
    crm.look();
    agenda.letPass(Terms.of(DAY).a().firstTouch());
    assertThat(system.reported()).startsWith("INFORMED", "ACCEPTED");
    assertThat(system.reported()).containsAnyOf("CALL", "EMAIL");
    assertThat(system.activities.get(0).path("externalRepId").asText()).isEqualTo("lena.hoffmann");
  }

  @Test
  void whatWasHeardOnceIsNotDoneAgain() {
    system.assign(new UUID(2, 1), FELIX, START);
    crm.look();
    crm.look();
    agenda.letPass(DAY);
    assertThat(system.reported()).containsExactly("INFORMED");
  }

  @Test
  void whoHasLostALeadDoesNothingMoreAboutIt() {
    system.assign(new UUID(2, 1), LENA, START);
    crm.look();
    agenda.letPass(Duration.ZERO);
    system.assign(new UUID(2, 2), FELIX, START.plusMillis(1));
    crm.look();
    agenda.letPass(DAY);
    assertThat(system.reported()).containsExactly("INFORMED", "INFORMED");
  }

  @Test
  void theWorkOfOthersIsLeftToThem() {
    system.assign(
        new UUID(2, 1),
        new Rep("A Stranger", Team.UK, Habit.PROMPT, Shift.ON, false, 1, null, Map.of()),
        START);
    crm.look();
    agenda.letPass(DAY);
    assertThat(system.activities).isEmpty();
  }

  /** Answers as routing and the tracker do. */
  private static final class System implements Doors {

    private final List<Map<String, Object>> assignments = new ArrayList<>();
    private final List<JsonNode> activities = new ArrayList<>();

    void assign(UUID assignment, Rep rep, Instant at) {
      assignments.add(
          Map.of(
              "assignmentId",
              assignment,
              "leadId",
              LEAD,
              "repId",
              rep.id(),
              "grade",
              "A",
              "cause",
              "QUALIFIED",
              "assignedAt",
              at.toString(),
              "kind",
              "ACCEPTANCE"));
    }

    List<String> reported() {
      return activities.stream()
          .map(activity -> activity.path("disposition").asText(activity.path("type").asText()))
          .toList();
    }

    @Override
    public Answer send(Call call) {
      try {
        if (call.method().equals("POST")) {
          activities.add(JSON.readTree(call.body()));
          return new Answer(201, JSON.createObjectNode(), "");
        }
        JsonNode page = JSON.readTree(Call.json(Map.of("items", assignments)));
        return new Answer(200, page, "");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Time that passes when it is told to. */
  private static final class MovedAgenda implements Agenda {

    private record Entry(Instant at, Runnable what) {}

    private final PriorityQueue<Entry> entries =
        new PriorityQueue<>(Comparator.comparing(Entry::at));
    private Instant now = START;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void in(Duration delay, Runnable what) {
      entries.add(new Entry(now.plus(delay), what));
    }

    void letPass(Duration time) {
      Instant end = now.plus(time);
      while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
        Entry next = entries.poll();
        now = next.at();
        next.what().run();
      }
      now = end;
    }
  }
}
