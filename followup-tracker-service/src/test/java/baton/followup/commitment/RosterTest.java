package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.Permutations;
import baton.followup.Story;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whose an id in another system is, in whatever order the reps of the roster are read. */
class RosterTest {

  private static final String PERFORMERS =
      "select rep_at(source, external_rep_id, occurred_at) from activity order by occurred_at";

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
  void anActivityBelongsToWhoeverHadTheIdWhenItWasDone() {
    floor.accept(
        story.received(),
        rep(before, 4, Map.of("crm", crmId), 10),
        rep(before, 5, Map.of(), 20),
        rep(story.rep, 2, Map.of("crm", crmId), 21));
    floor.accept(story.called(-50), story.called(-45), story.called(-39), story.called(30));
    assertThat(floor.db.query(PERFORMERS))
        .containsExactly(
            before.toString(), before.toString(), story.rep.toString(), story.rep.toString());
  }

  @Test
  void anActivityThatWasDoneBeforeAnybodyHadTheIdBelongsToTheFirstWhoGotIt() {
    floor.accept(
        story.received(),
        rep(story.rep, 2, Map.of("crm", crmId), 21),
        rep(before, 4, Map.of("crm", crmId), 10));
    floor.accept(story.called(-55));
    assertThat(floor.db.query(PERFORMERS)).containsExactly(before.toString());
  }

  @Test
  void aTouchCountsForTheRightRepWhateverIsReadFirst() throws SQLException {
    TreeSet<String> ends = new TreeSet<>();
    int orders =
        floor.inEveryOrder(
            each ->
                List.of(
                    each.received(),
                    each.qualified(),
                    each.assigned(),
                    each.rep(), // has the id from nine o'clock on
                    rep(
                        UUID.nameUUIDFromBytes(each.crmId().getBytes(StandardCharsets.UTF_8)), 1,
                        Map.of("crm", each.crmId()), 70), // and this one from ten past
                    each.called(20)),
            each -> {
              fire();
              ends.add(floor.state(each) + floor.commitments(each) + breaches(each));
            });
    assertThat(orders).isEqualTo(720);
    assertThat(ends)
        .containsExactly(
            "ASSIGNED[ACCEPTANCE BREACHED, FIRST_TOUCH BREACHED]"
                + "[breached ACCEPTANCE, breached FIRST_TOUCH]");
  }

  /** A rep of the roster who only edits something else moves no activity and costs nothing. */
  @Test
  void anEntryThatNamesTheSameIdAgainHasNothingAssessedAnew() {
    floor.accept(story.received(), story.rep(), story.called(5));
    floor.accept(
        rep(story.rep, 4, Map.of("crm", crmId), 61), rep(story.rep, 5, Map.of("crm", crmId), 62));
    assertThat(floor.db.one("select count(*) from lead_to_assess")).isEqualTo("0");
    floor.accept(rep(before, 1, Map.of("crm", crmId), 63));
    assertThat(floor.db.one("select count(*) from lead_to_assess")).isEqualTo("1");
  }

  private void fire() {
    try {
      floor.deadlines.fire(floor.db.clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> breaches(Story of) {
    return floor.net(of).stream()
        .filter(what -> what.startsWith("breached"))
        .map(what -> what.substring(0, what.lastIndexOf(' ')))
        .toList();
  }

  private static String owner(TrackerFloor floor) {
    List<String> owners = floor.db.query(PERFORMERS);
    return owners.isEmpty() ? "nobody" : owners.get(0);
  }

  private static ConsumerRecord<String, byte[]> rep(
      UUID id, long version, Map<String, String> externalIds, int minute) {
    Instant updatedAt = Story.NINE.minusSeconds(3600).plusSeconds(60L * minute);
    return Story.rep(id, version, externalIds, updatedAt);
  }
}
