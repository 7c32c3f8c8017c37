package baton.followup.timeline;

import baton.events.Event;
import baton.events.EventType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gathers facts and writes them in one go. They are never changed and never deleted. */
public final class Facts {

  private static final String INSERT =
      """
      insert into fact (subject, cycle_id, topic, type, event_id, at, recorded_at, data)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

  private final List<Fact> facts = new ArrayList<>();

  /**
   * One thing that is known.
   *
   * @param cycleId the cycle it concerns, or null
   * @param json its content, descriptive only
   */
  public record Fact(
      UUID subject,
      UUID cycleId,
      String topic,
      String type,
      UUID eventId,
      Instant at,
      byte[] json) {

    /**
     * The fact that this event tells of.
     *
     * @param json the event as it is published
     */
    public static Fact of(Event event, String topic, UUID eventId, byte[] json) {
      return new Fact(
          event.subject(),
          Cycles.of(event),
          topic,
          EventType.of(event).ceType(),
          eventId,
          event.at(),
          json);
    }

    /**
     * The same with the reason why it does not count, as the member {@code flag} of its content.
     *
     * @param flag a constant's name
     */
    public Fact flagged(String flag) {
      String text = new String(json, StandardCharsets.UTF_8);
      String marked = "{\"flag\":\"" + flag + "\"," + text.substring(1);
      return new Fact(
          subject, cycleId, topic, type, eventId, at, marked.getBytes(StandardCharsets.UTF_8));
    }
  }

  public void add(Fact fact) {
    facts.add(fact);
  }

  /** Writes what was gathered. */
  public void write(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Fact fact : facts) {
        insert.setObject(1, fact.subject());
        insert.setObject(2, fact.cycleId());
        insert.setString(3, fact.topic());
        insert.setString(4, fact.type());
        insert.setObject(5, fact.eventId());
        insert.setObject(6, fact.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        insert.setObject(7, now.atOffset(ZoneOffset.UTC));
        insert.setString(8, new String(fact.json(), StandardCharsets.UTF_8));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    facts.clear();
  }
}
