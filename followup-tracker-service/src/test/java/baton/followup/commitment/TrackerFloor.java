package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.followup.Story;
import baton.followup.commitment.messaging.ActivityRules;
import baton.followup.commitment.messaging.LeadEvents;
import baton.followup.commitment.persistence.LeadFileTables;
import baton.followup.commitment.persistence.RosterTables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The tracker on a database, with a clock that is moved by hand. */
public final class TrackerFloor {

  /** Four hours to accept, a day to touch. */
  public static final CommitmentConfig CONFIG =
      new CommitmentConfig() {
        @Override
        public Duration acceptance() {
          return Duration.ofHours(4);
        }

        @Override
        public Duration firstTouch() {
          return Duration.ofHours(24);
        }

        @Override
        public Duration clockTolerance() {
          return Duration.ofMinutes(5);
        }

        @Override
        public Duration scanEvery() {
          return Duration.ofMillis(250);
        }

        @Override
        public boolean scan() {
          return false;
        }
      };

  final LogDatabase db = LogDatabase.fresh("tracker_rules");
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final LeadFileStore store = new LeadFileTables();
  final Inbox inbox;
  final FireDeadlines deadlines;

  /** Empty; the clock stands two days after the story began, so that nothing lies in the future. */
  TrackerFloor() {
    db.execute(
        "truncate fact, rep, rep_external_id, cycle, assignment, commitment, activity, erased_lead");
    db.clock.set(Story.NINE.plus(Duration.ofDays(2)));
    inbox =
        new Inbox(
            db.transactions(),
            new LeadEvents(
                new TrackLeads(store, new RosterTables(), db.log, db.clock, CONFIG),
                new ActivityRules(CONFIG, db.clock)),
            db.clock,
            new SilentTally(),
            (attempt, why) -> {
              throw new AssertionError(why);
            });
    deadlines = new FireDeadlines(db.transactions(), store, db.log, db.clock, meters);
  }

  @SafeVarargs
  final void accept(ConsumerRecord<String, byte[]>... records) {
    inbox.accept(List.of(records));
    assertThat(db.query("select cause from parked")).isEmpty();
  }

  /**
   * Takes in the records of a story in every order, each time of another one with the same records.
   *
   * @param each is told a story once all of it was taken in
   * @return how many orders there were
   */
  int inEveryOrder(
      Function<Story, List<ConsumerRecord<String, byte[]>>> records, Consumer<Story> each) {
    int count = records.apply(new Story()).size();
    return Permutations.of(
        IntStream.range(0, count).boxed().toList(),
        order -> {
          Story story = new Story();
          List<ConsumerRecord<String, byte[]>> ofStory = records.apply(story);
          order.forEach(i -> accept(ofStory.get(i)));
          each.accept(story);
        });
  }

  void passTo(String time) throws SQLException {
    db.clock.set(Instant.parse(time));
    deadlines.fire(db.clock.instant());
  }

  String state(Story story) {
    return db.one("select state from cycle where cycle_id = '" + story.cycle + "'");
  }

  List<String> said(Story story) {
    return db.query(
        "select type from event where subject = '" + story.lead + "' order by sequence");
  }

  /** How many breaches stand: those published and not withdrawn. */
  int standingBreaches(Story story) {
    List<String> said = said(story);
    return Collections.frequency(said, "baton.followup.breached.v1")
        - Collections.frequency(said, "baton.followup.breach-withdrawn.v1");
  }

  List<String> commitments(Story story) {
    return db.query(
        "select kind || ' ' || state from commitment where lead_id = '"
            + story.lead
            + "' order by kind");
  }
}
