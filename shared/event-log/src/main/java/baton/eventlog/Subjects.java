package baton.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The lock of a subject: whoever changes what is known of a lead, or publishes about it, holds its
 * row until the transaction ends.
 */
public final class Subjects {

  private Subjects() {}

  /**
   * Locks these subjects until the end of the transaction, in the order of their ids so that two
   * callers cannot wait for each other, and makes the rows of those never seen before.
   */
  public static void lock(Connection connection, Collection<UUID> subjects) throws SQLException {
    if (subjects.isEmpty()) {
      return;
    }
    UUID[] ids = new TreeSet<>(subjects).toArray(UUID[]::new);
    try (PreparedStatement create =
        connection.prepareStatement(
            "insert into subject (id) select unnest(?::uuid[]) on conflict do nothing")) {
      create.setArray(1, connection.createArrayOf("uuid", ids));
      create.executeUpdate();
    }
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select from subject where id = any(?::uuid[]) order by id for update")) {
      lock.setArray(1, connection.createArrayOf("uuid", ids));
      lock.execute();
    }
  }
}
