package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.Permutations;
import baton.followup.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whose an id in another system is, in whatever order the reps of the roster are read. */
class RosterTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story();
  private final String crmId = "sam-" + story.rep; // by which the activities of the story name it
  private final UUID before = UUID.randomUUID();

  @Test
  void anIdThatMovedToAnotherRepEndsWithThatRepInAnyOrder() {
    TreeSet<String> owners = new TreeSet<>();
    int orders =
        Permutations.of(
            List.of(
                rep(before, 4, Map.of("crm", crmId), 10),
                rep(before, 5, Map.of(), 20),
                rep(story.rep, 1, Map.of("crm", "other"), 5),
                rep(story.rep, 2, Map.of("crm", crmId), 21),
                story.received()),
            order -> {
              TrackerFloor empty = new TrackerFloor();
              order.forEach(record -> empty.accept(record));
              empty.accept(story.called(30));
              owners.add(owner(empty));
            });
    assertThat(orders).isEqualTo(120);
    assertThat(owners).containsExactly(story.rep.toString());
  }

  @Test
  void ofTwoRepsThatSeemToHaveItTheOneHasItWhoseRecordIsYounger() {
    TreeSet<String> owners = new TreeSet<>();
    // That the one before gave it up has not been read yet.
    Permutations.of(
        List.of(
            rep(before, 5, Map.of("crm", crmId), 10), rep(story.rep, 2, Map.of("crm", crmId), 21)),
        order -> {
          TrackerFloor empty = new TrackerFloor();
          empty.accept(story.received());
          order.forEach(record -> empty.accept(record));
          empty.accept(story.called(30));
          owners.add(owner(empty));
        });
    assertThat(owners).containsExactly(story.rep.toString());
  }

  @Test
  void anIdThatIsGivenUpAndTakenInOneBatchIsResolvedByTheEndOfIt() {
    floor.accept(story.received(), rep(before, 4, Map.of("crm", crmId), 10));
    floor.accept(
        story.called(15), // loads what is known of the id
        rep(before, 5, Map.of(), 20),
        rep(story.rep, 2, Map.of("crm", crmId), 21),
        story.called(30));
    assertThat(floor.db.query("select rep_id from activity order by occurred_at"))
        .containsExactly(before.toString(), story.rep.toString());
  }

  private static String owner(TrackerFloor floor) {
    List<String> owners = floor.db.query("select rep_id from activity");
    return owners.isEmpty() ? "nobody" : owners.get(0);
  }

  private static ConsumerRecord<String, byte[]> rep(
      UUID id, long version, Map<String, String> externalIds, int minute) {
    Instant updatedAt = Story.NINE.minusSeconds(3600).plusSeconds(60L * minute);
    return Story.rep(id, version, externalIds, updatedAt);
  }
}
