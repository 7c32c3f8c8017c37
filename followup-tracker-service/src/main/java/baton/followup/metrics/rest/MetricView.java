package baton.followup.metrics.rest;

import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.domain.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The definition of a metric.
 *
 * @param version grows when the same facts would give another number
 * @param formula in words
 * @param shape which members its lines have: RATE, SPEED, REASONS or STAGES
 * @param by what its lines can be told apart by
 * @param periods how long a period can be
 */
public record MetricView(
    String name,
    int version,
    String title,
    String formula,
    String shape,
    List<String> by,
    List<Period> periods) {

  static MetricView from(Metric metric) {
    return new MetricView(
        metric.publicName(),
        metric.version(),
        metric.title(),
        metric.words(),
        metric.formula().getClass().getSimpleName().toUpperCase(Locale.ROOT),
        Arrays.stream(Dimension.values()).map(d -> d.name().toLowerCase(Locale.ROOT)).toList(),
        List.of(Period.values()));
  }
}
