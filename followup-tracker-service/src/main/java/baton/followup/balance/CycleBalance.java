package baton.followup.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Cycles of one source and campaign that were opened on one day (UTC), and where they stand now.
 *
 * @param cycles how many were opened
 * @param byState how many stand in which state
 */
public record CycleBalance(
    LocalDate day, String source, String campaign, long cycles, Map<String, Long> byState) {

  /** Cycles that stand nowhere, or came from nowhere if negative; 0 if all is well. */
  public long difference() {
    return cycles - byState.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How much is amiss in all of these; what is missing in one does not make up for another. */
  public static long difference(List<CycleBalance> balances) {
    return balances.stream().mapToLong(balance -> Math.abs(balance.difference())).sum();
  }
}
