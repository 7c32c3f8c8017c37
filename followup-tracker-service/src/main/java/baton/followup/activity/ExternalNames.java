package baton.followup.activity;

import baton.eventlog.Transactions;
import baton.events.routing.Rep;
import baton.followup.commitment.RosterStore;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** By which ids other systems know reps, as the roster has it now. */
@Singleton
public class ExternalNames {

  private final Transactions transactions;
  private final RosterStore roster;

  ExternalNames(Transactions transactions, RosterStore roster) {
    this.transactions = transactions;
    this.roster = roster;
  }

  /** Whether a system knows this rep by this id; false if the rep is not known here. */
  public boolean means(String system, String externalRepId, UUID repId) throws SQLException {
    Optional<Rep> rep =
        transactions.call(
            connection -> {
              Long version = roster.versions(connection, List.of(repId)).get(repId);
              return version == null
                  ? Optional.empty()
                  : roster.version(connection, repId, version);
            });
    return rep.map(Rep::externalIds)
        .map(ids -> externalRepId.equals(ids.get(system)))
        .orElse(false);
  }
}
