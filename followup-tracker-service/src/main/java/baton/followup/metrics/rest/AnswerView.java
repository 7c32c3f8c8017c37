package baton.followup.metrics.rest;

import baton.followup.metrics.Line;
import baton.followup.metrics.Question;
import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.domain.Percentiles;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A metric, line by line.
 *
 * @param counted what is counted: CYCLES or ASSIGNMENTS
 * @param asOf what was recorded until then is counted
 */
public record AnswerView(
    String name,
    int version,
    String counted,
    Instant from,
    Instant to,
    Instant asOf,
    List<LineView> lines) {

  /**
   * One line; what the metric does not have is left out.
   *
   * @param group the value of each dimension asked for; absent where there is none
   * @param rate part ÷ whole, 0 to 1; absent if there is no whole
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineView(
      Instant period,
      Map<String, String> group,
      Double rate,
      Long part,
      Long whole,
      SpeedView elapsed,
      SpeedView working,
      Map<String, Long> reasons,
      Map<String, Long> stages) {}

  /** Durations in milliseconds, within 2 %, and how many there are. */
  public record SpeedView(long count, long median, long p75, long p90, long p99) {

    private static SpeedView from(Percentiles percentiles) {
      return percentiles == null
          ? null
          : new SpeedView(
              percentiles.count(),
              percentiles.median(),
              percentiles.p75(),
              percentiles.p90(),
              percentiles.p99());
    }
  }

  static AnswerView from(Question question, Instant asOf, List<Line> lines) {
    return new AnswerView(
        question.metric().publicName(),
        question.metric().version(),
        question.countsAssignments() ? "ASSIGNMENTS" : "CYCLES",
        question.from(),
        question.to(),
        asOf,
        lines.stream().map(line -> line(question, line)).toList());
  }

  private static LineView line(Question question, Line line) {
    return new LineView(
        line.period(),
        group(question, line.group()),
        line.rate(),
        line.part(),
        line.whole(),
        SpeedView.from(line.elapsed()),
        SpeedView.from(line.working()),
        line.reasons(),
        line.stages());
  }

  /** Names the values of the dimensions that were asked for. */
  static Map<String, String> group(Question question, List<String> values) {
    Map<String, String> group = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Dimension by = question.by().get(i);
      if (values.get(i) != null) {
        group.put(by.name().toLowerCase(Locale.ROOT), values.get(i));
      }
    }
    return group;
  }
}
