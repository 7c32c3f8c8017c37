package baton.followup.metrics;

import baton.followup.metrics.domain.Percentiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of an answer; what its metric does not have is null.
 *
 * @param period beginning of the period, or null for the whole time
 * @param group the value of each dimension asked for, in their order; null where there is none
 * @param part the numerator of a rate
 * @param whole the denominator of a rate or of reasons
 * @param elapsed durations in elapsed time; null if there are none
 * @param working durations in working time; null if there are none
 * @param reasons how often each reason was given
 * @param stages how many reached each stage, in order
 */
public record Line(
    Instant period,
    List<String> group,
    Long part,
    Long whole,
    Percentiles elapsed,
    Percentiles working,
    Map<String, Long> reasons,
    Map<String, Long> stages) {

  Line(Instant period, List<String> group) {
    this(period, group, null, null, null, null, null, null);
  }

  Line with(long part, long whole) {
    return new Line(period, group, part, whole, null, null, null, null);
  }

  Line with(Percentiles elapsed, Percentiles working) {
    return new Line(period, group, null, null, elapsed, working, null, null);
  }

  Line with(Map<String, Long> reasons, long whole) {
    return new Line(period, group, null, whole, null, null, reasons, null);
  }

  Line with(Map<String, Long> stages) {
    return new Line(period, group, null, null, null, null, null, stages);
  }

  /** The share of the whole, 0 to 1; null if there is no whole, because then there is no share. */
  public Double rate() {
    return part == null || whole == null || whole == 0 ? null : (double) part / whole;
  }
}
