package baton.qualification.criteria;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sets of criteria are kept. */
public interface CriteriaStore {

  /** Which version is in force. */
  record InForce(String id, int version, Instant since, String putBy) {}

  /** The latest version of a set, locked against others that would follow it; empty if none. */
  Optional<CriteriaVersion> lockLatest(Connection connection, String id) throws SQLException;

  Optional<CriteriaVersion> find(Connection connection, String id, int version) throws SQLException;

  void insert(Connection connection, CriteriaVersion version) throws SQLException;

  /** Versions of a set, newest first, before this one. */
  List<CriteriaVersion> versions(Connection connection, String id, int before, int most)
      throws SQLException;

  /** The latest version of each set, in the order of their ids, after this one. */
  List<CriteriaVersion> latest(Connection connection, String after, int most) throws SQLException;

  /** What is in force; empty before anything ever was. */
  Optional<InForce> inForce(Connection connection) throws SQLException;

  void putInForce(Connection connection, InForce inForce) throws SQLException;
}
