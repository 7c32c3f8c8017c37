package baton.intake.verification;

import baton.eventlog.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The lists with what was loaded through the API. Whoever asks gets those that are at hand; a
 * change is in force at every instance within seconds.
 */
@Singleton
public class LoadedMailLists implements Supplier<MailLists> {

  private final Transactions transactions;
  private final Clock clock;
  private volatile MailLists current = MailLists.BUILT_IN;
  private volatile Map<MailList, Instant> versions = Map.of();

  LoadedMailLists(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One list.
   *
   * @param builtIn how many entries are always on it
   * @param loaded how many were loaded besides
   * @param loadedAt when; null if nothing was
   */
  public record Size(MailList list, int builtIn, int loaded, Instant loadedAt) {}

  @Override
  public MailLists get() {
    return current;
  }

  void readFirst(@Observes StartupEvent event) throws SQLException {
    refresh();
  }

  /** Reads the lists anew if one of them was changed. */
  @Scheduled(every = "3s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
  void refresh() throws SQLException {
    transactions.call(
        connection -> {
          Map<MailList, Instant> found = versions(connection);
          if (!found.equals(versions)) {
            current = new MailLists(entries(connection));
            versions = found;
          }
          return null;
        });
  }

  /** Puts these entries in the place of those that were loaded before; none: built in alone. */
  public void load(MailList list, Collection<String> entries) throws SQLException {
    transactions.call(
        connection -> {
          note(connection, list);
          replace(connection, list, entries);
          return null;
        });
    refresh();
  }

  /** How long the lists are. */
  public List<Size> sizes() throws SQLException {
    return transactions.call(
        connection -> {
          Map<MailList, Instant> loadedAt = versions(connection);
          Map<MailList, Set<String>> loaded = entries(connection);
          return List.of(MailList.values()).stream()
              .map(
                  list ->
                      new Size(
                          list,
                          MailLists.builtIn(list).size(),
                          loaded.getOrDefault(list, Set.of()).size(),
                          loadedAt.get(list)))
              .toList();
        });
  }

  private void note(Connection connection, MailList list) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into mail_list (list, loaded_at) values (?, ?)"
                + " on conflict (list) do update set loaded_at = excluded.loaded_at")) {
      upsert.setString(1, list.name());
      upsert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      upsert.executeUpdate();
    }
  }

  private static void replace(Connection connection, MailList list, Collection<String> entries)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("delete from mail_list_entry where list = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into mail_list_entry (list, entry)"
                    + " select distinct ?, * from unnest(?::text[])")) {
      delete.setString(1, list.name());
      delete.executeUpdate();
      insert.setString(1, list.name());
      insert.setArray(2, connection.createArrayOf("text", entries.toArray()));
      insert.executeUpdate();
    }
  }

  private static Map<MailList, Instant> versions(Connection connection) throws SQLException {
    Map<MailList, Instant> versions = new EnumMap<>(MailList.class);
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select list, loaded_at from mail_list")) {
      while (row.next()) {
        versions.put(
            MailList.valueOf(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return versions;
  }

  private static Map<MailList, Set<String>> entries(Connection connection) throws SQLException {
    Map<MailList, Set<String>> entries = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select list, entry from mail_list_entry")) {
      while (row.next()) {
        entries
            .computeIfAbsent(MailList.valueOf(row.getString(1)), list -> new HashSet<>())
            .add(row.getString(2));
      }
    }
    return entries;
  }
}
