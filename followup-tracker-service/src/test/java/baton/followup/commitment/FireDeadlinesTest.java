package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.followup.Story;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One lead whose deadlines cannot be recorded stands in nobody's way. */
class FireDeadlinesTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final Story broken = new Story();

  @Test
  void oneLeadThatFailsKeepsNoOtherFromBeingRecorded() throws SQLException {
    List<Story> others = Stream.generate(Story::new).limit(4).toList();
    assign(broken);
    others.forEach(this::assign);
    spoil(broken);
    floor.passTo("2026-03-05T09:00:00Z");
    for (Story other : others) {
      assertThat(floor.standingBreaches(other)).isEqualTo(2);
    }
    assertThat(floor.said(broken)).isEmpty();
    assertThat(failures()).isEqualTo(1);
  }

  @Test
  void theLeadThatFailedIsLeftAloneForAWhileAndThenTriedAgain() throws SQLException {
    assign(broken);
    spoil(broken);
    floor.passTo("2026-03-05T09:00:00Z");
    Story later = new Story();
    assign(later);
    assertThat(floor.deadlines.fire(floor.db.clock.instant())).isEqualTo(1);
    assertThat(floor.standingBreaches(later)).isEqualTo(2);
    assertThat(failures()).isEqualTo(1);

    floor.db.clock.advance(LeftAlone.FOR.minusMillis(1));
    assertThat(floor.deadlines.fire(floor.db.clock.instant())).isZero();
    mend(broken);
    floor.db.clock.advance(Duration.ofMillis(1));
    floor.deadlines.fire(floor.db.clock.instant());
    assertThat(floor.standingBreaches(broken)).isEqualTo(2);
    assertThat(failures()).isEqualTo(1);
  }

  @Test
  void aFailureThatTimeHealsIsTriedAgainAsAWhole() throws SQLException {
    assign(broken);
    int[] calls = {0};
    FireDeadlines cutOff =
        new FireDeadlines(
            new baton.eventlog.Transactions() {
              @Override
              public <T> T call(Work<T> work) throws SQLException {
                calls[0]++;
                throw new SQLTransientConnectionException("gone");
              }
            },
            floor.store,
            floor.rosterStore,
            floor.agreed(),
            floor.db.log,
            (connection, files, now) -> {},
            floor.db.clock,
            floor.meters);
    assertThatThrownBy(() -> cutOff.fire(floor.db.clock.instant()))
        .isInstanceOf(SQLTransientConnectionException.class);
    assertThat(calls[0]).isEqualTo(1);
    assertThat(failures()).isZero();
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.standingBreaches(broken)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anActivityWhoseRepIsNotKnownProtectsItsLeadUntilTheRosterIsRead(boolean keyedByLead)
      throws SQLException {
    Story story = new Story();
    assign(story);
    floor.accept(callOfSomebody(story, keyedByLead));
    assertThat(floor.deadlines.fire(floor.db.clock.instant().minusSeconds(1))).isZero();

    assertThat(floor.deadlines.fire(floor.db.clock.instant())).isEqualTo(1);
    assertThat(floor.standingBreaches(story)).isEqualTo(2);
  }

  /** A call of somebody who is not on the roster, in time. */
  private static ConsumerRecord<String, byte[]> callOfSomebody(Story story, boolean keyedByLead) {
    UUID key = keyedByLead ? story.lead : UUID.randomUUID();
    ConsumerRecord<String, byte[]> call =
        Story.record(
            null,
            new Activity(
                "crm",
                key.toString(),
                story.lead,
                null,
                "nobody",
                ActivityType.CALL,
                Direction.OUTBOUND,
                null,
                null,
                null,
                Story.NINE.plusSeconds(60)));
    var keyed = new ConsumerRecord<>(call.topic(), 0, 0, key.toString(), call.value());
    call.headers().forEach(keyed.headers()::add);
    return keyed;
  }

  private void assign(Story story) {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
  }

  private void spoil(Story story) {
    setRouting(story, "NONSENSE");
  }

  private void mend(Story story) {
    setRouting(story, "ASSIGNED");
  }

  private void setRouting(Story story, String routing) {
    floor.db.execute(
        "update cycle set routing = '" + routing + "' where cycle_id = '" + story.cycle + "'");
  }

  private double failures() {
    return floor.meters.counter("baton.deadline.failed").count();
  }
}
