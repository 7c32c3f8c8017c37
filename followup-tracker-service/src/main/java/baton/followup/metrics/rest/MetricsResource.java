package baton.followup.metrics.rest;

import baton.followup.metrics.Metrics;
import baton.followup.metrics.Question;
import baton.followup.metrics.domain.Metric;
import baton.http.keys.Roles;
import baton.http.paging.DayRange;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The numbers, with their definitions. */
@Path("/v1/metrics")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class MetricsResource {

  private static final int MOST_RESTATEMENTS = 1_000;

  private final Metrics metrics;
  private final Clock clock;

  MetricsResource(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The metrics there are",
      description = "Each with its version and its formula in words.")
  public List<MetricView> definitions() {
    return Arrays.stream(Metric.values()).map(MetricView::from).toList();
  }

  @GET
  @Path("/{name}")
  @Operation(
      summary = "One metric",
      description =
          "By period and by any of rep, team, source, campaign and grade. A line counts in the period"
              + " of what it is a part of: a touch counts for the day on which the lead was"
              + " qualified or assigned, whenever it was made.")
  public AnswerView answer(
      @PathParam("name") String name,
      @BeanParam DayRange days,
      @BeanParam MetricsQuery query,
      @BeanParam MetricsLimits limits)
      throws SQLException {
    Question question = query.about(metric(name), days, limits, clock);
    return AnswerView.from(
        question,
        question.asOf() == null ? clock.instant() : question.asOf(),
        metrics
            .answer(question)
            .orElseThrow(
                () ->
                    ProblemType.UNPROCESSABLE.because(
                        "more than "
                            + Metrics.MOST
                            + " numbers: ask for fewer days, a longer period or fewer"
                            + " dimensions")));
  }

  @GET
  @Path("/{name}/restatements")
  @Operation(
      summary = "Numbers that changed because something was told late",
      description =
          "What was recorded more than an hour after the hour in which it happened, latest first,"
              + " at most 1000 lines.")
  public List<RestatementView> restatements(
      @PathParam("name") String name,
      @BeanParam DayRange days,
      @BeanParam MetricsQuery query,
      @BeanParam MetricsLimits limits)
      throws SQLException {
    Question question = query.about(metric(name), days, limits, clock);
    return metrics.restatements(question, MOST_RESTATEMENTS).stream()
        .map(restatement -> RestatementView.from(question, restatement))
        .toList();
  }

  /** Answers 404 if there is none of this name. */
  static Metric metric(String name) {
    return Metric.named(name)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such metric"));
  }
}
