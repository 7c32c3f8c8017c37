package baton.followup.metrics.rest;

import baton.followup.metrics.Question;
import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.domain.Metric;
import baton.http.paging.DayRange;
import baton.http.paging.TimeParameter;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a caller wants to be answered: {@code ?period=&by=&asOf=}. */
public class MetricsQuery {

  @QueryParam("period")
  @Parameter(description = "Length of a line's period: hour, day (default), week or total; of UTC")
  String period;

  @QueryParam("by")
  @Parameter(description = "Dimensions, with commas between: rep, team, source, campaign, grade")
  String by;

  @QueryParam("asOf")
  @Parameter(
      description =
          "As it was known then, to the hour: what was recorded in hours before it is counted."
              + " Without it: as it is known now")
  String asOf;

  /** The question; answers 400 for whatever makes no sense. */
  Question about(Metric metric, DayRange days, MetricsLimits limits, Clock clock) {
    DayRange.Days range = days.upTo(clock);
    return new Question(
        metric,
        range.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
        range.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        period == null ? Period.DAY : constant(Period.class, "period", period),
        dimensions(),
        limits.only(),
        asOf == null ? null : TimeParameter.parse("asOf", asOf).truncatedTo(ChronoUnit.HOURS));
  }

  private List<Dimension> dimensions() {
    List<Dimension> dimensions = new ArrayList<>();
    if (by != null && !by.isBlank()) {
      for (String name : by.split(",", -1)) {
        Dimension dimension = constant(Dimension.class, "by", name.strip());
        if (!dimensions.contains(dimension)) {
          dimensions.add(dimension);
        }
      }
    }
    return dimensions;
  }

  static <E extends Enum<E>> E constant(Class<E> type, String parameter, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    parameter,
                    "is one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  static RuntimeException invalid(String parameter, String detail) {
    return ProblemType.INVALID_REQUEST.because(
        "the question makes no sense", List.of(FieldError.parameter(parameter, detail)));
  }
}
