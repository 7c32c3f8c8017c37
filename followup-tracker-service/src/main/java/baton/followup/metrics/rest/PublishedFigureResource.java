package baton.followup.metrics.rest;

import baton.followup.metrics.PublishedFigure;
import baton.http.keys.Roles;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What others published, beside which the numbers are read. */
@Path("/v1/published-figures")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class PublishedFigureResource {

  /**
   * A published figure.
   *
   * @param metric name of the metric beside which it is read; absent if there is none
   * @param value as a share, 0 to 1; absent if it is none
   * @param figure as it is written
   * @param says what it says, in a sentence
   * @param source who published it: to be shown wherever the figure is
   * @param year absent if it is not known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PublishedFigure")
  public record FigureView(
      String id,
      String metric,
      Double value,
      String figure,
      String says,
      String source,
      Integer year) {

    private static FigureView from(PublishedFigure published) {
      return new FigureView(
          published.id(),
          published.metric() == null ? null : published.metric().publicName(),
          published.value(),
          published.figure(),
          published.says(),
          published.source(),
          published.year());
    }
  }

  @GET
  @Operation(
      summary = "Published figures",
      description =
          "What others have published, each with its source, to be read beside our own numbers. None"
              + " is a target, unless it says so.")
  public List<FigureView> figures() {
    return Arrays.stream(PublishedFigure.values()).map(FigureView::from).toList();
  }
}
