package baton.eventlog.conformance;

import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscriber that writes each event down in the order of handling, in the table {@code note}. The
 * text of an event tells what it does: {@code needs:x} waits for the fact x, {@code tells:x} makes
 * it known, {@code bad} cannot be handled as long as {@link #refuses}, {@code ignored} is no
 * concern of it, and of {@code whenever} the order does not matter.
 */
public final class NoteTaker implements Subscriber {

  public volatile boolean refuses = true;
  public volatile SQLException failsOnceWith;

  @Override
  public Optional<Received> taken(Received event) {
    String text =
        event.payload() == null ? "" : new String(event.payload(), StandardCharsets.UTF_8);
    if (text.equals("bad from the start")) {
      throw new IllegalArgumentException("cannot be taken");
    }
    if (text.startsWith("ignored")) {
      return Optional.empty();
    }
    return Optional.of(text.startsWith("whenever") ? event.unnumbered() : event);
  }

  @Override
  public Handling begin(Connection connection, List<Received> events) {
    return new Handling() {
      private final List<String> notes = new ArrayList<>();

      @Override
      public Outcome on(Received event) throws SQLException {
        if (event.payload() == null) {
          throw new IllegalArgumentException("no payload");
        }
        String text = new String(event.payload(), StandardCharsets.UTF_8);
        if (text.startsWith("bad") && refuses) {
          throw new IllegalArgumentException("cannot be handled");
        }
        if (text.startsWith("needs:") && !knows(connection, notes, text.substring(6))) {
          return Outcome.waitForElsewhere(text.substring(6));
        }
        notes.add(event.topic() + "/" + event.subject() + "/" + text);
        return text.startsWith("tells:")
            ? Outcome.releasedElsewhere(List.of(text.substring(6)))
            : Outcome.applied();
      }

      @Override
      public void finish() throws SQLException {
        try (PreparedStatement insert =
            connection.prepareStatement("insert into note (text) values (?)")) {
          for (String note : notes) {
            insert.setString(1, note);
            insert.addBatch();
          }
          insert.executeBatch();
        }
        SQLException failure = failsOnceWith;
        failsOnceWith = null;
        if (failure != null) {
          throw failure;
        }
      }
    };
  }

  private static boolean knows(Connection connection, List<String> notes, String fact)
      throws SQLException {
    if (notes.stream().anyMatch(note -> note.endsWith("/tells:" + fact))) {
      return true;
    }
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from note where text like ?")) {
      query.setString(1, "%/tells:" + fact);
      return query.executeQuery().next();
    }
  }
}
