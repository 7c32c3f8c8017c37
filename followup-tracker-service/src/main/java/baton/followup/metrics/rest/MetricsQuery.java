package baton.followup.metrics.rest;

import baton.events.qualification.Grade;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a caller wants to know: {@code ?period=&by=&asOf=} and a value for each dimension. */
public class MetricsQuery {

  @QueryParam("period")
  @Parameter(description = "Length of a line's period: hour, day (default), week or total; of UTC")
  String period;

  @QueryParam("by")
  @Parameter(description = "Dimensions, with commas between: rep, team, source, campaign, grade")
  String by;

  @QueryParam("rep")
  @Parameter(description = "This rep only, by id")
  String rep;

  @QueryParam("team")
  @Parameter(description = "This team only")
  String team;

  @QueryParam("source")
  @Parameter(description = "This source only")
  String source;

  @QueryParam("campaign")
  @Parameter(description = "This campaign only")
  String campaign;

  @QueryParam("grade")
  @Parameter(description = "This grade only")
  String grade;

  @QueryParam("asOf")
  @Parameter(
      description =
          "As it was known then, to the hour: what was recorded in hours before it is counted."
              + " Without it: as it is known now")
  String asOf;

  /** The question; answers 400 for whatever makes no sense. */
  Question about(Metric metric, DayRange days, Clock clock) {
    DayRange.Days range = days.upTo(clock);
    return new Question(
        metric,
        range.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
        range.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        period == null ? Period.DAY : constant(Period.class, "period", period),
        dimensions(),
        only(),
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

  private Map<Dimension, String> only() {
    Map<Dimension, String> only = new EnumMap<>(Dimension.class);
    put(only, Dimension.REP, repId());
    put(only, Dimension.TEAM, team);
    put(only, Dimension.SOURCE, source);
    put(only, Dimension.CAMPAIGN, campaign);
    put(only, Dimension.GRADE, grade == null ? null : constant(Grade.class, "grade", grade).name());
    return only;
  }

  private String repId() {
    try {
      return rep == null ? null : UUID.fromString(rep).toString();
    } catch (IllegalArgumentException e) {
      throw invalid("rep", "must be the UUID of a rep");
    }
  }

  private static void put(Map<Dimension, String> only, Dimension dimension, String value) {
    if (value != null) {
      if (value.indexOf('\0') >= 0) {
        throw invalid(dimension.name().toLowerCase(Locale.ROOT), "has a character of no meaning");
      }
      only.put(dimension, value);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String parameter, String name) {
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

  private static RuntimeException invalid(String parameter, String detail) {
    return ProblemType.INVALID_REQUEST.because(
        "the question makes no sense", List.of(FieldError.parameter(parameter, detail)));
  }
}
