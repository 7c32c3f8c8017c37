package baton.followup.metrics.rest;

import baton.events.qualification.Grade;
import baton.followup.metrics.Question.Dimension;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an answer is limited to: a parameter for each dimension. */
public class MetricsLimits {

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

  /** By dimension; answers 400 for a value that it cannot have. */
  Map<Dimension, String> only() {
    Map<Dimension, String> only = new EnumMap<>(Dimension.class);
    put(only, Dimension.REP, repId());
    put(only, Dimension.TEAM, team);
    put(only, Dimension.SOURCE, source);
    put(only, Dimension.CAMPAIGN, campaign);
    put(
        only,
        Dimension.GRADE,
        grade == null ? null : MetricsQuery.constant(Grade.class, "grade", grade).name());
    return only;
  }

  private String repId() {
    try {
      return rep == null ? null : UUID.fromString(rep).toString();
    } catch (IllegalArgumentException e) {
      throw MetricsQuery.invalid("rep", "must be the UUID of a rep");
    }
  }

  private static void put(Map<Dimension, String> only, Dimension dimension, String value) {
    if (value != null) {
      if (value.indexOf('\0') >= 0) {
        throw MetricsQuery.invalid(
            dimension.name().toLowerCase(Locale.ROOT), "has a character of no meaning");
      }
      only.put(dimension, value);
    }
  }
}
