package baton.followup.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.followup.metrics.Delta;
import baton.followup.metrics.Question;
import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.RollUps.Restatement;
import baton.followup.metrics.Tally;
import baton.followup.metrics.domain.Cell;
import baton.followup.metrics.domain.Measure;
import baton.followup.metrics.domain.Metric;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of the deltas, and that putting them together changes none of it. */
class RollUpsTest {

  private static final UUID BEN = new UUID(0, 1);
  private static final UUID MARTA = new UUID(0, 2);
  private static final List<Measure> BOTH = List.of(Measure.ASSIGNED, Measure.TOUCHED);

  private LogDatabase db;
  private RollUpTable rollUps;
  private DeltaCompaction compaction;

  @BeforeEach
  void noDeltas() {
    db = LogDatabase.fresh("tracker_metrics");
    db.execute("truncate metric_delta, metric_compaction");
    rollUps = new RollUpTable(db.dataSource());
    compaction = new DeltaCompaction(db.transactions());
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-" + time + ":00:00Z");
  }

  private void add(Measure measure, String hour, UUID rep, String happened, String recorded, int by)
      throws SQLException {
    Cell cell = new Cell(measure, at(hour), rep, "north", "web", null, "B", null, null);
    try (Connection connection = db.begin()) {
      Delta.Place place = new Delta.Place(cell, at(happened), at(recorded));
      new DeltaTable().append(connection, List.of(new Delta(place, by)));
      connection.commit();
    }
  }

  private static Question march(Period period, Instant asOf, Dimension... by) {
    return new Question(
        Metric.FOLLOW_UP_RATE, at("01T00"), at("31T00"), period, List.of(by), Map.of(), asOf);
  }

  private List<String> lines(Question question) throws SQLException {
    return rollUps.read(question, BOTH, 1000).stream().map(RollUpsTest::line).toList();
  }

  private static String line(Tally tally) {
    return tally.period() + " " + tally.group() + " " + tally.measure() + " " + tally.count();
  }

  @Test
  void hoursAddUpToDaysAndWeeksThatBeginOnMonday() throws SQLException {
    add(Measure.ASSIGNED, "01T23", BEN, "01T23", "01T23", 1); // a Sunday
    add(Measure.ASSIGNED, "02T00", BEN, "02T00", "02T00", 1);
    add(Measure.ASSIGNED, "08T23", BEN, "08T23", "08T23", 1);

    assertThat(lines(march(Period.HOUR, null))).hasSize(3);
    assertThat(lines(march(Period.DAY, null)))
        .containsExactly(
            "2026-03-01T00:00:00Z [] ASSIGNED 1",
            "2026-03-02T00:00:00Z [] ASSIGNED 1",
            "2026-03-08T00:00:00Z [] ASSIGNED 1");
    assertThat(lines(march(Period.WEEK, null)))
        .containsExactly(
            "2026-02-23T00:00:00Z [] ASSIGNED 1", "2026-03-02T00:00:00Z [] ASSIGNED 2");
    assertThat(lines(march(Period.TOTAL, null))).containsExactly("null [] ASSIGNED 3");
  }

  @Test
  void theEndOfTheRangeIsLeftOut() throws SQLException {
    add(Measure.ASSIGNED, "30T23", BEN, "30T23", "30T23", 1);
    add(Measure.ASSIGNED, "31T00", BEN, "31T00", "31T00", 1);

    assertThat(lines(march(Period.TOTAL, null))).containsExactly("null [] ASSIGNED 1");
  }

  @Test
  void linesAreToldApartByWhatIsAskedFor() throws SQLException {
    add(Measure.ASSIGNED, "02T10", BEN, "02T10", "02T10", 2);
    add(Measure.ASSIGNED, "02T11", MARTA, "02T11", "02T11", 1);

    assertThat(lines(march(Period.TOTAL, null, Dimension.REP, Dimension.CAMPAIGN)))
        .containsExactly(
            "null [" + BEN + ", null] ASSIGNED 2", "null [" + MARTA + ", null] ASSIGNED 1");
    Question ofMarta =
        new Question(
            Metric.FOLLOW_UP_RATE,
            at("01T00"),
            at("31T00"),
            Period.TOTAL,
            List.of(),
            Map.of(Dimension.REP, MARTA.toString(), Dimension.TEAM, "north"),
            null);
    assertThat(lines(ofMarta)).containsExactly("null [] ASSIGNED 1");
  }

  @Test
  void whatAddsUpToNothingIsNoLine() throws SQLException {
    add(Measure.ASSIGNED, "02T10", BEN, "02T10", "02T10", 1);
    add(Measure.ASSIGNED, "02T10", BEN, "02T10", "02T12", -1);

    assertThat(lines(march(Period.TOTAL, null))).isEmpty();
  }

  @Test
  void aNumberIsShownAsItWasKnown() throws SQLException {
    add(Measure.ASSIGNED, "02T10", BEN, "02T10", "02T10", 1);
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "03T09", 1);

    assertThat(lines(march(Period.TOTAL, at("03T09"))))
        .as("the hour itself is not over")
        .containsExactly("null [] ASSIGNED 1");
    assertThat(lines(march(Period.TOTAL, at("03T10"))))
        .containsExactly("null [] ASSIGNED 1", "null [] TOUCHED 1");
  }

  @Test
  void whatWasToldMoreThanAnHourLateIsARestatement() throws SQLException {
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "02T11", 1);
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "02T12", 1);
    add(Measure.TOUCHED, "02T10", MARTA, "02T11", "02T13", 1);
    add(Measure.TOUCHED, "02T10", MARTA, "02T11", "03T09", -1);

    assertThat(rollUps.restatements(march(Period.DAY, null, Dimension.REP), BOTH, 10))
        .containsExactly(restated("03T09", -1), restated("02T13", 1));
  }

  private static Restatement restated(String recorded, long by) {
    return new Restatement(
        at("02T00"),
        List.of(MARTA.toString()),
        Measure.TOUCHED,
        null,
        at("02T11"),
        at(recorded),
        by);
  }

  @Test
  void puttingDeltasTogetherChangesNoNumberNorWhatWasKnownWhen() throws SQLException {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      int happened = random.nextInt(20);
      int recorded = happened + random.nextInt(4);
      add(
          BOTH.get(random.nextInt(2)),
          "02T1" + random.nextInt(3),
          random.nextBoolean() ? BEN : MARTA,
          "02T%02d".formatted(happened),
          "02T%02d".formatted(recorded),
          random.nextInt(4) == 0 ? -1 : 1);
    }
    Question hourly = march(Period.HOUR, null, Dimension.REP);
    Question asKnown = march(Period.DAY, at("02T12"), Dimension.REP);
    List<String> numbers = lines(hourly);
    List<String> known = lines(asKnown);
    List<Restatement> restated = rollUps.restatements(hourly, BOTH, 10_000);

    int hours = 0;
    while (compaction.compactNext(at("02T20"))) {
      hours++;
    }

    assertThat(hours).isEqualTo(20);
    assertThat(Integer.parseInt(db.one("select count(*) from metric_delta"))).isLessThan(390);
    assertThat(
            db.query(
                "select 1 from metric_delta where recorded < '2026-03-02T20:00Z'"
                    + " group by measure, hour, rep_id, happened, recorded having count(*) > 1"))
        .isEmpty();
    assertThat(lines(hourly)).isEqualTo(numbers);
    assertThat(lines(asKnown)).isEqualTo(known);
    assertThat(rollUps.restatements(hourly, BOTH, 10_000)).isEqualTo(restated);
  }

  @Test
  void anHourThatIsNotOverIsLeftAsItIs() throws SQLException {
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "02T11", 1);
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "02T11", 1);

    assertThat(compaction.compactNext(at("02T11"))).isFalse();
    assertThat(db.one("select count(*) from metric_delta")).isEqualTo("2");
    assertThat(compaction.compactNext(at("02T12"))).isTrue();
    assertThat(db.one("select count(*) || ' ' || sum(amount) from metric_delta")).isEqualTo("1 2");
    assertThat(compaction.compactNext(at("02T12"))).isFalse();
  }

  @Test
  void whoeverComesSecondLeavesItToTheFirst() throws SQLException {
    add(Measure.TOUCHED, "02T10", BEN, "02T11", "02T11", 1);
    try (Connection other = db.begin()) {
      other
          .createStatement()
          .execute("select pg_advisory_xact_lock(hashtext('metric_compaction'))");
      assertThat(compaction.compactNext(at("02T12"))).isFalse();
      other.rollback();
    }
    assertThat(compaction.compactNext(at("02T12"))).isTrue();
  }
}
