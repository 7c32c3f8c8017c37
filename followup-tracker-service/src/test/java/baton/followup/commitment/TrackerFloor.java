package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.followup.Story;
import baton.followup.calendar.Calendars;
import baton.followup.commitment.messaging.LeadEvents;
import baton.followup.commitment.persistence.LeadFileTables;
import baton.followup.commitment.persistence.RosterTables;
import baton.followup.metrics.LiveNumbers;
import baton.followup.metrics.persistence.CountedTable;
import baton.followup.metrics.persistence.DeltaTable;
import baton.followup.metrics.persistence.SqlRecomputation;
import baton.followup.policy.FirstPolicyConfig;
import baton.followup.policy.FollowUpPolicies;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.followup.policy.domain.LeadClock;
import baton.followup.policy.domain.PolicyVersion;
import baton.followup.policy.persistence.PolicyTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The tracker on a database, with a clock that is moved by hand. */
public final class TrackerFloor {

  /** As by default. */
  public static final CommitmentConfig CONFIG =
      new CommitmentConfig() {
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

  /** Four hours to accept, a day to touch. */
  private static final FirstPolicyConfig FIRST_POLICY =
      new FirstPolicyConfig() {
        @Override
        public Duration acceptance() {
          return Duration.ofHours(4);
        }

        @Override
        public Duration firstTouch() {
          return Duration.ofHours(24);
        }
      };

  final LogDatabase db;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final LeadFileStore store = new LeadFileTables();
  final RosterStore rosterStore = new RosterTables();
  final Calendars calendars = new Calendars();
  final FileListener numbers =
      new LiveNumbers(new CountedTable(), new DeltaTable(), rosterStore, calendars);
  FollowUpPolicies policies;
  Inbox inbox;
  final FireDeadlines deadlines;

  /** Empty; the clock stands two days after the story began, so that nothing lies in the future. */
  TrackerFloor() {
    this(LogDatabase.fresh("tracker_rules"));
  }

  /** The same on this database. */
  TrackerFloor(LogDatabase db) {
    this.db = db;
    db.execute(
        "truncate fact, rep, rep_version, rep_external_id, calendar_month, followup_policy, cycle,"
            + " assignment, commitment, activity, lead_to_assess, erased_lead, merged_lead, metric_delta,"
            + " metric_compaction, counted_cycle");
    db.clock.set(Story.NINE.plus(Duration.ofDays(2)));
    beginQuietly(FIRST_POLICY);
    policies = newPolicies();
    start();
    deadlines =
        new FireDeadlines(
            db.transactions(), store, rosterStore, agreed(), db.log, numbers, db.clock, meters);
  }

  /** Begins with a policy that leaves the clock of the lead alone for two months. */
  private void beginQuietly(FirstPolicyConfig durations) {
    FollowUpPolicy first = FollowUpPolicy.initial(durations.acceptance(), durations.firstTouch());
    FollowUpPolicy quiet =
        new FollowUpPolicy(
            first.rows(), new LeadClock(List.of(Duration.ofDays(60)), null), first.reasonCodes());
    begin(quiet);
  }

  /** Of which nothing is remembered. */
  FollowUpPolicies newPolicies() {
    return new FollowUpPolicies(new PolicyTable(), db.transactions(), db.clock, FIRST_POLICY);
  }

  /** Reads with these policies from now on. */
  void start() {
    inbox = inbox(db.transactions());
  }

  Agreed agreed() {
    return new Agreed(policies, calendars);
  }

  /** An inbox that works in these transactions. */
  Inbox inbox(Transactions transactions) {
    return new Inbox(
        transactions,
        new LeadEvents(
            new TrackLeads(store, rosterStore, agreed(), db.log, numbers, db.clock, CONFIG),
            new ActivityRules(),
            policies),
        db.clock,
        new SilentTally(),
        (attempt, why) -> {
          throw new AssertionError(why);
        });
  }

  /** Has this for the first version of the policy, before anything is read. */
  void begin(FollowUpPolicy policy) {
    db.execute("truncate followup_policy");
    try (Connection connection = db.begin()) {
      PolicyVersion first = new PolicyVersion(1, Instant.EPOCH, "first", "test", policy);
      new PolicyTable().save(connection, first);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
    int orders =
        Permutations.of(
            IntStream.range(0, count).boxed().toList(),
            order -> {
              Story story = new Story();
              List<ConsumerRecord<String, byte[]>> ofStory = records.apply(story);
              order.forEach(i -> accept(ofStory.get(i)));
              each.accept(story);
            });
    assertNumbersAreWhatTheFactsSay();
    assertEveryOrderCountedAlike(orders);
    return orders;
  }

  /** Every number equals what is computed from the facts alone. */
  void assertNumbersAreWhatTheFactsSay() {
    try {
      var comparison = new SqlRecomputation(db.dataSource()).compare();
      assertThat(comparison.differences()).isEmpty();
      assertThat(comparison.cells()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As all stories are alike but for their ids, each counts in as many cells of each kind. */
  private void assertEveryOrderCountedAlike(int orders) {
    assertThat(
            db.query(
                """
                select measure || ' ' || sum(amount) from metric_delta
                 group by measure, hour, source, campaign, grade, code, bucket
                having sum(amount) %% %d <> 0"""
                    .formatted(orders)))
        .isEmpty();
  }

  void passTo(String time) throws SQLException {
    db.clock.set(Instant.parse(time));
    deadlines.fire(db.clock.instant());
    assertNumbersAreWhatTheFactsSay();
  }

  String state(Story story) {
    return db.one("select state from cycle where cycle_id = '" + story.cycle + "'");
  }

  /** How it ended: its state, what was owed, and what was said about it, in whatever order. */
  String end(Story story) {
    List<String> said = said(story);
    return state(story) + commitments(story) + new TreeSet<>(said) + said.size();
  }

  List<String> said(Story story) {
    return db.query(
        "select type from event where subject = '" + story.lead + "' order by sequence");
  }

  /** How many breaches stand: those published and not withdrawn. */
  int standingBreaches(Story story) {
    return (int) net(story).stream().filter(what -> what.startsWith("breached")).count();
  }

  /**
   * What stands of what was said, in no order: what was withdrawn does not, nor what came with it.
   * Reminders are left out: whether there is time for one depends on when one looks.
   */
  List<String> net(Story story) {
    return db.query(
        """
        with said as (
          select substring(type from 'baton.followup.(.*).v1') as type,
                 convert_from(payload, 'UTF8')::jsonb as data
            from event where subject = '%1$s'),
        standing as (
          select type, data ->> 'commitment' as commitment, data ->> 'dueAt' as due from said
           where type in ('breached', 'no-engagement')
          union all
          select 'feedback-raised', 'FIRST_TOUCH', data ->> 'at' from said
           where data ->> 'kind' = 'NOT_FOLLOWED_UP'),
        withdrawn as (
          select data ->> 'commitment' as commitment, data ->> 'dueAt' as due from said
           where type = 'breach-withdrawn'),
        net as (
          select type, commitment, due,
                 count(*) - (select count(*) from withdrawn w
                              where w.commitment = s.commitment and w.due = s.due) as times
            from standing s group by type, commitment, due)
        select type || ' ' || commitment || ' ' || due
          from net, generate_series(1, times)
        union all
        select type from said
         where type not in ('breached', 'no-engagement', 'breach-withdrawn', 'due-soon')
           and data ->> 'kind' is distinct from 'NOT_FOLLOWED_UP'
        order by 1"""
            .formatted(story.lead));
  }

  List<String> commitments(Story story) {
    return db.query(
        "select kind || ' ' || state from commitment where lead_id = '"
            + story.lead
            + "' and kind <> 'FOLLOW_UP' order by kind, due_at");
  }

  /** The clock of the lead, whoever has it. */
  List<String> checkpoints(Story story) {
    return db.query(
        "select state from commitment where lead_id = '"
            + story.lead
            + "' and kind = 'FOLLOW_UP' order by checkpoint");
  }

  /** The next version of the policy, with these checkpoints of the lead's clock. */
  void agree(FollowUpPolicy policy) throws SQLException {
    int last = policies.history().current().version();
    assertThat(policies.save(policy, last, "another", "test")).isPresent();
  }
}
