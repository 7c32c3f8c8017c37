package baton.intake.reconciliation.rest;

import baton.http.keys.Roles;
import baton.http.paging.DayRange;
import baton.intake.reconciliation.Balance;
import baton.intake.reconciliation.Balances;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Submissions and what became of them. */
@Path("/v1/balance")
@Tag(name = "Balance")
public class BalanceResource {

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
  public BalanceView balance(@BeanParam DayRange days) throws SQLException {
    DayRange.Days range = days.upTo(clock);
    List<Balance> entries = balances.of(range.from(), range.to());
    long difference = Balance.difference(entries);
    return new BalanceView(range.from(), range.to(), difference, entries);
  }
}
