package baton.followup.policy.persistence;

import baton.followup.policy.PolicyStore;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.followup.policy.domain.PolicyVersion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The table {@code followup_policy}, one row a version. */
@Singleton
public class PolicyTable implements PolicyStore {

  /** Of an advisory lock: "policy". */
  private static final long KEY = 0x706f6c696379L;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  @Override
  public void hold(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock_shared(?)");
  }

  @Override
  public void lock(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock(?)");
  }

  private static void lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(sql)) {
      lock.setLong(1, KEY);
      lock.execute();
    }
  }

  @Override
  public int last(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select coalesce(max(version), 0) from followup_policy");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public List<PolicyVersion> after(Connection connection, int version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from followup_policy where version > ? order by version")) {
      query.setInt(1, version);
      List<PolicyVersion> versions = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          versions.add(
              new PolicyVersion(
                  row.getInt("version"),
                  row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                  row.getString("label"),
                  row.getString("saved_by"),
                  JSON.readValue(row.getString("policy"), FollowUpPolicy.class)));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the stored policy cannot be read", e);
      }
      return versions;
    }
  }

  @Override
  public void save(Connection connection, PolicyVersion version) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into followup_policy (version, effective_from, label, saved_by, policy)"
                + " values (?, ?, ?, ?, ?::jsonb) on conflict (version) do nothing")) {
      insert.setInt(1, version.version());
      insert.setObject(2, version.from().atOffset(ZoneOffset.UTC));
      insert.setString(3, version.label());
      insert.setString(4, version.savedBy());
      insert.setString(5, JSON.writeValueAsString(version.policy()));
      insert.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the policy cannot be written", e);
    }
  }
}
