package baton.followup.policy;

import baton.followup.policy.domain.PolicyVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the versions of the policy are kept. */
public interface PolicyStore {

  /** Until the transaction ends no version is saved: what is read now is what is in force. */
  void hold(Connection connection) throws SQLException;

  /** Until the transaction ends nobody reads which version is in force. */
  void lock(Connection connection) throws SQLException;

  /** Number of the last version, 0 if there is none. */
  int last(Connection connection) throws SQLException;

  /** The versions after this one, in order. */
  List<PolicyVersion> after(Connection connection, int version) throws SQLException;

  /** Keeps a version; nothing happens if there is one of this number. */
  void save(Connection connection, PolicyVersion version) throws SQLException;
}
