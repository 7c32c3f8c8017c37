package baton.followup.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.domain.Buckets;
import baton.followup.metrics.domain.Measure;
import baton.followup.metrics.domain.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How numbers become lines. */
class ReportTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private static Question about(Metric metric, Dimension... by) {
    return new Question(
        metric, MONDAY, MONDAY.plusSeconds(86_400), Period.DAY, List.of(by), Map.of(), null);
  }

  private static Tally tally(Measure measure, String code, Integer bucket, long count) {
    return new Tally(MONDAY, List.of("north"), measure, code, bucket, count);
  }

  @Test
  void aRateIsAPartOfAWhole() {
    Line line =
        Report.lines(
                about(Metric.FOLLOW_UP_RATE, Dimension.SOURCE),
                List.of(
                    tally(Measure.QUALIFIED, null, null, 4),
                    tally(Measure.QUALIFIED_TOUCHED, null, null, 3)))
            .get(0);

    assertThat(line.part()).isEqualTo(3);
    assertThat(line.whole()).isEqualTo(4);
    assertThat(line.rate()).isEqualTo(0.75);
  }

  @Test
  void withoutAWholeThereIsNoRate() {
    Line line =
        Report.lines(
                about(Metric.FOLLOW_UP_RATE),
                List.of(tally(Measure.QUALIFIED_TOUCHED, null, null, 3)))
            .get(0);

    assertThat(line.rate()).isNull();
  }

  @Test
  void assignmentsAreCountedWhereOwnersAreToldApartAndCyclesOtherwise() {
    assertThat(about(Metric.FOLLOW_UP_RATE, Dimension.CAMPAIGN).measures())
        .containsExactly(Measure.QUALIFIED_TOUCHED, Measure.QUALIFIED);
    assertThat(about(Metric.FOLLOW_UP_RATE, Dimension.TEAM).measures())
        .containsExactly(Measure.TOUCHED, Measure.ASSIGNED);
    Question ofOneRep =
        new Question(
            Metric.FOLLOW_UP_RATE,
            MONDAY,
            MONDAY,
            Period.DAY,
            List.of(),
            Map.of(Dimension.REP, "someone"),
            null);
    assertThat(ofOneRep.measures()).containsExactly(Measure.TOUCHED, Measure.ASSIGNED);
  }

  @Test
  void reasonsAreCountedOneByOne() {
    Line line =
        Report.lines(
                about(Metric.REJECTIONS),
                List.of(
                    tally(Measure.ASSIGNED, null, null, 10),
                    tally(Measure.REJECTED, "PROCEDURAL/TERRITORY", null, 2),
                    tally(Measure.REJECTED, "CLERICAL", null, 1)))
            .get(0);

    assertThat(line.reasons()).isEqualTo(Map.of("PROCEDURAL/TERRITORY", 2L, "CLERICAL", 1L));
    assertThat(line.whole()).isEqualTo(10);
  }

  @Test
  void speedIsToldElapsedAndWorking() {
    Line line =
        Report.lines(
                about(Metric.TIME_TO_ACTION),
                List.of(
                    tally(Measure.TIME_TO_ACTION, null, Buckets.of(60), 3),
                    tally(Measure.TIME_TO_ACTION_WORKING, null, Buckets.of(30), 1)))
            .get(0);

    assertThat(line.elapsed().median()).isEqualTo(60);
    assertThat(line.elapsed().count()).isEqualTo(3);
    assertThat(line.working().p99()).isEqualTo(30);
  }

  @Test
  void stagesComeInTheirOrderAlsoThoseThatNobodyReached() {
    Line line =
        Report.lines(
                about(Metric.CONVERSION),
                List.of(
                    tally(Measure.INQUIRED, null, null, 9),
                    tally(Measure.INQUIRED_MQL, null, null, 4)))
            .get(0);

    assertThat(line.stages().keySet())
        .containsExactly("INQUIRY", "MQL", "SAL", "SQL", "WON", "LOST");
    assertThat(line.stages()).containsEntry("MQL", 4L).containsEntry("WON", 0L);
  }
}
