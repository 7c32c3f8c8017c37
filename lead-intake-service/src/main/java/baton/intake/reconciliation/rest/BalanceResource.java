package baton.intake.reconciliation.rest;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.reconciliation.Balance;
import baton.intake.reconciliation.Balances;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Submissions and what became of them. */
@Path("/v1/balance")
@Tag(name = "Balance")
public class BalanceResource {

  private static final int MOST_DAYS = 92;

  private final Balances balances;
  private final Clock clock;

  BalanceResource(Balances balances, Clock clock) {
    this.balances = balances;
    this.clock = clock;
  }

  /** The balance of a number of days. */
  public record BalanceView(LocalDate from, LocalDate to, long difference, List<Balance> entries) {}

  @GET
  @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "What became of the submissions",
      description =
          "By day (UTC), source and campaign: submissions = new leads + touchpoints + duplicates"
              + " + quarantined + discarded. A difference other than 0 is a defect.")
  public BalanceView balance(@QueryParam("from") String from, @QueryParam("to") String to)
      throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate last = date("to", to, today);
    LocalDate first = date("from", from, last);
    if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw ProblemType.INVALID_REQUEST.because(
          "from is at most " + MOST_DAYS + " days before to",
          List.of(FieldError.parameter("from", "out of range")));
    }
    List<Balance> entries = balances.of(first, last);
    long difference = entries.stream().mapToLong(b -> Math.abs(b.difference())).sum();
    return new BalanceView(first, last, difference, entries);
  }

  private static LocalDate date(String name, String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemType.INVALID_REQUEST.because(
          name + " is a date such as 2026-03-31",
          List.of(FieldError.parameter(name, "must be a date")));
    }
  }
}
