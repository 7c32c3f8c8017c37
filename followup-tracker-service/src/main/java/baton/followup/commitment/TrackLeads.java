package baton.followup.commitment;

import baton.eventlog.EventLog;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps the files of leads, many in one transaction: takes in what happened to a lead and what reps
 * did about it, and publishes what follows.
 */
@Singleton
public class TrackLeads {

  private final LeadFileStore fileStore;
  private final RosterStore rosterStore;
  private final Agreed agreed;
  private final EventLog log;
  private final FileListener listener;
  private final Clock clock;
  private final CommitmentConfig config;

  public TrackLeads(
      LeadFileStore fileStore,
      RosterStore rosterStore,
      Agreed agreed,
      EventLog log,
      FileListener listener,
      Clock clock,
      CommitmentConfig config) {
    this.fileStore = fileStore;
    this.rosterStore = rosterStore;
    this.agreed = agreed;
    this.log = log;
    this.listener = listener;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Begins with these leads, which the caller has locked.
   *
   * @param leads all that will be named
   * @param reps those whose version will be asked for or taken
   */
  public LeadWork begin(Connection connection, Collection<UUID> leads, Collection<UUID> reps)
      throws SQLException {
    return new LeadWork(
        connection,
        new LeadFiles(connection, fileStore, rosterStore, log, listener, leads),
        new Roster(connection, rosterStore, reps),
        agreed,
        clock,
        config.clockTolerance());
  }
}
