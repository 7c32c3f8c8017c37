package baton.intake.reconciliation.rest;

import baton.http.keys.Roles;
import baton.http.paging.DayRange;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.reconciliation.Gap;
import baton.intake.reconciliation.Gaps;
import baton.intake.reconciliation.Reconciled;
import baton.intake.reconciliation.Reconciliation;
import baton.intake.sources.Sources;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What arrived from a source, against what its sender says that it sent. */
@Path("/v1/reconciliation")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Balance")
public class ReconciliationResource {

  private static final long MOST_SENT = 1_000_000_000;

  private final Reconciliation reconciliation;
  private final Gaps gaps;
  private final Sources sources;
  private final Clock clock;

  ReconciliationResource(Reconciliation reconciliation, Gaps gaps, Sources sources, Clock clock) {
    this.gaps = gaps;
    this.reconciliation = reconciliation;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * A number of days of one source.
   *
   * @param days those on which something arrived, or was said to be sent
   * @param gaps numbers missing among the items of these days, where the source numbers them; up to
   *     100 runs
   */
  public record ReconciliationView(
      String source, LocalDate from, LocalDate to, List<Reconciled> days, List<Gap> gaps) {}

  /**
   * What a sender says of a day.
   *
   * @param sent how many different items it sent
   */
  @Schema(name = "SentCount")
  public record SentRequest(
      @NotNull @PositiveOrZero @Max(MOST_SENT) @Schema(examples = "120") Long sent) {}

  @GET
  @Operation(
      summary = "What arrived from a source, against what was sent",
      description =
          "By day (UTC): receipts and what became of them, the sender's own count where somebody noted"
              + " it, and how many are missing; and the gaps in its numbers, where its mapping has a"
              + " sequence.")
  public ReconciliationView get(
      @QueryParam("source") @NotNull @PlainText String source, @BeanParam DayRange days)
      throws SQLException {
    existing(source);
    DayRange.Days range = days.upTo(clock);
    return new ReconciliationView(
        source,
        range.from(),
        range.to(),
        reconciliation.of(source, range.from(), range.to()),
        gaps.of(source, range.from(), range.to()));
  }

  @PUT
  @Path("/{source}/{day}")
  @Operation(
      summary = "Note how many items a sender sent on a day",
      description =
          "As the platform counts them, each once, by day of UTC. Another count takes its place. What is"
              + " missing shows in the reconciliation, and as a metric for a week.")
  public void note(
      @PathParam("source") @PlainText String source,
      @PathParam("day") String day,
      @Valid @NotNull SentRequest request)
      throws SQLException {
    existing(source);
    reconciliation.note(source, date(day), request.sent());
  }

  private void existing(String source) {
    if (sources.find(source).isEmpty()) {
      throw ProblemType.NOT_FOUND.because("there is no such source");
    }
  }

  private LocalDate date(String text) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1970 && !day.isAfter(today)) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // refused below
    }
    throw ProblemType.INVALID_REQUEST.because(
        "the day is a date such as 2026-03-31, of UTC, and today at the latest",
        List.of(FieldError.parameter("day", "must be a date, today at the latest")));
  }
}
