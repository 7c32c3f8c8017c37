package baton.followup.balance.rest;

import baton.followup.balance.CycleBalance;
import baton.followup.balance.CycleBalances;
import baton.http.keys.Roles;
import baton.http.paging.DayRange;
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

/** Cycles and where they stand. */
@Path("/v1/balance")
@Tag(name = "Balance")
public class BalanceResource {

  private final CycleBalances balances;
  private final Clock clock;

  BalanceResource(CycleBalances balances, Clock clock) {
    this.balances = balances;
    this.clock = clock;
  }

  /** The balance of a number of days. */
  public record BalanceView(
      LocalDate from, LocalDate to, long difference, List<CycleBalance> entries) {}

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Where the cycles stand",
      description =
          "By day of opening (UTC), source and campaign: cycles = the sum over all states. A"
              + " difference other than 0 is a defect.")
  public BalanceView balance(@BeanParam DayRange days) throws SQLException {
    DayRange.Days range = days.upTo(clock);
    List<CycleBalance> entries = balances.of(range.from(), range.to());
    long difference = CycleBalance.difference(entries);
    return new BalanceView(range.from(), range.to(), difference, entries);
  }
}
