package baton.intake.profile;

import baton.eventlog.EventLog;
import baton.eventlog.relay.CurrentState;
import baton.events.EventJson;
import baton.events.Topic;
import baton.events.intake.LeadProfile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Profiles as they are now: for the topic, where a profile that is gone becomes a tombstone, and
 * for whoever may see who a lead is.
 */
@Singleton
public class ProfileState implements CurrentState {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
  private static final String SELECT =
      """
      select lead_id, version, email, phone, given_name, family_name, full_name, notes, answers, title,
             company, country, updated_at
        from profile where lead_id = any(?::uuid[])""";

  @Override
  public String topic() {
    return Topic.LEAD_PROFILE.topicName();
  }

  @Override
  public Map<UUID, byte[]> of(Connection connection, Collection<UUID> leads) throws SQLException {
    Map<UUID, byte[]> profiles = new HashMap<>();
    read(connection, leads).forEach((id, profile) -> profiles.put(id, json(profile)));
    return profiles;
  }

  /** A profile too large for the topic goes without the answers and notes that make it so. */
  private static byte[] json(LeadProfile profile) {
    byte[] whole = EventJson.write(profile);
    if (whole.length <= EventLog.MAX_PAYLOAD) {
      return whole;
    }
    return EventJson.write(
        new LeadProfile(
            profile.leadId(),
            profile.version(),
            profile.email(),
            profile.phone(),
            profile.givenName(),
            profile.familyName(),
            profile.fullName(),
            null,
            null,
            profile.title(),
            profile.company(),
            profile.country(),
            profile.updatedAt()));
  }

  /** The profile of a lead, or empty if there is no such lead, or it was erased. */
  public Optional<LeadProfile> of(Connection connection, UUID leadId) throws SQLException {
    return Optional.ofNullable(read(connection, List.of(leadId)).get(leadId));
  }

  private static Map<UUID, LeadProfile> read(Connection connection, Collection<UUID> leads)
      throws SQLException {
    Map<UUID, LeadProfile> profiles = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SELECT)) {
      query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LeadProfile profile = profile(row);
          profiles.put(profile.leadId(), profile);
        }
      }
    }
    return profiles;
  }

  /** The profile in a row that has all columns of the table. */
  public static LeadProfile profile(ResultSet row) throws SQLException {
    return new LeadProfile(
        row.getObject("lead_id", UUID.class),
        row.getLong("version"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("full_name"),
        row.getString("notes"),
        answers(row.getString("answers")),
        row.getString("title"),
        row.getString("company"),
        row.getString("country"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static Map<String, String> answers(String json) {
    try {
      return json == null ? null : JSON.readValue(json, ANSWERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
