package baton.followup.commitment;

import baton.followup.commitment.domain.LeadFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the files of leads are kept, read and written many at a time. */
public interface LeadFileStore {

  /**
   * The files of these leads, which the caller has locked; a lead of which nothing is known has an
   * empty one.
   */
  Map<UUID, LeadFile> load(Connection connection, Collection<UUID> leads) throws SQLException;

  /** Writes what changed in these files since they were read. */
  void save(Connection connection, Collection<LeadFile> files) throws SQLException;

  /**
   * Locks leads of which a deadline or its reminder is due, or which are to be assessed anew
   * because the roster says otherwise who did something; those are marked no more afterwards. Only
   * those that nobody works on at this moment, the others come with the next look; and none of
   * which something has been read that could not be applied yet: it may be the touch.
   *
   * @param readUpTo what is due by then; everything published before it is known
   * @param leftAlone leads that are passed over
   * @param most how many at most, those that have been due longest first
   */
  Set<UUID> lockDue(Connection connection, Instant readUpTo, Collection<UUID> leftAlone, int most)
      throws SQLException;
}
