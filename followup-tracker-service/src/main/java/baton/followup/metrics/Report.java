package baton.followup.metrics;

import baton.followup.metrics.domain.Formula;
import baton.followup.metrics.domain.Formula.Rate;
import baton.followup.metrics.domain.Formula.Reasons;
import baton.followup.metrics.domain.Formula.Share;
import baton.followup.metrics.domain.Formula.Speed;
import baton.followup.metrics.domain.Formula.Stage;
import baton.followup.metrics.domain.Formula.Stages;
import baton.followup.metrics.domain.Measure;
import baton.followup.metrics.domain.Percentiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the lines of an answer of the numbers that were read. */
final class Report {

  private final Map<Key, List<Tally>> byLine = new LinkedHashMap<>();

  private record Key(Instant period, List<String> group) {}

  /** The lines, in the order of the numbers. */
  static List<Line> lines(Question question, List<Tally> tallies) {
    Report report = new Report();
    for (Tally tally : tallies) {
      report
          .byLine
          .computeIfAbsent(new Key(tally.period(), tally.group()), key -> new ArrayList<>())
          .add(tally);
    }
    List<Line> lines = new ArrayList<>();
    report.byLine.forEach((key, numbers) -> lines.add(line(question, key, numbers)));
    return lines;
  }

  private static Line line(Question question, Key key, List<Tally> numbers) {
    Formula formula = question.metric().formula();
    boolean owners = question.isAboutOwners();
    Line line = new Line(key.period(), key.group());
    if (formula instanceof Rate rate) {
      Share share = rate.share(owners);
      return line.with(sum(numbers, share.part()), sum(numbers, share.whole()));
    } else if (formula instanceof Speed speed) {
      return line.with(
          percentiles(numbers, speed.elapsed()), percentiles(numbers, speed.working()));
    } else if (formula instanceof Reasons reasons) {
      return line.with(byCode(numbers, reasons.part()), sum(numbers, reasons.whole()));
    }
    Map<String, Long> reached = new LinkedHashMap<>();
    for (Stage stage : ((Stages) formula).stages(owners)) {
      reached.put(stage.name(), sum(numbers, stage.measure()));
    }
    return line.with(reached);
  }

  private static Stream<Tally> of(List<Tally> numbers, Measure measure) {
    return numbers.stream().filter(number -> number.measure() == measure);
  }

  private static long sum(List<Tally> numbers, Measure measure) {
    return of(numbers, measure).mapToLong(Tally::count).sum();
  }

  private static SortedMap<String, Long> byCode(List<Tally> numbers, Measure measure) {
    SortedMap<String, Long> codes = new TreeMap<>();
    of(numbers, measure).forEach(number -> codes.merge(number.code(), number.count(), Long::sum));
    return codes;
  }

  private static Percentiles percentiles(List<Tally> numbers, Measure measure) {
    SortedMap<Integer, Long> buckets = new TreeMap<>();
    of(numbers, measure)
        .forEach(number -> buckets.merge(number.bucket(), number.count(), Long::sum));
    return buckets.isEmpty() ? null : Percentiles.of(buckets);
  }
}
