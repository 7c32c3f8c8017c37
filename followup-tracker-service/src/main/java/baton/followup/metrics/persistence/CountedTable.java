package baton.followup.metrics.persistence;

import baton.followup.metrics.CountedCycles;
import baton.followup.metrics.domain.CycleStory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The table {@code counted_cycle}. */
@Singleton
public class CountedTable implements CountedCycles {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();
  private static final String LOAD =
      "select cycle_id, story from counted_cycle where cycle_id = any(?::uuid[])";
  private static final String SAVE =
      """
      insert into counted_cycle (cycle_id, story) values (?, ?::jsonb)
      on conflict (cycle_id) do update set story = excluded.story""";

  @Override
  public Map<UUID, CycleStory> load(Connection connection, Collection<UUID> cycles)
      throws SQLException {
    Map<UUID, CycleStory> stories = new HashMap<>();
    if (cycles.isEmpty()) {
      return stories;
    }
    try (PreparedStatement query = connection.prepareStatement(LOAD)) {
      query.setArray(1, connection.createArrayOf("uuid", cycles.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          stories.put(row.getObject(1, UUID.class), read(row.getString(2)));
        }
      }
    }
    return stories;
  }

  @Override
  public void save(Connection connection, Map<UUID, CycleStory> stories) throws SQLException {
    if (stories.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(SAVE)) {
      for (var story : stories.entrySet()) {
        update.setObject(1, story.getKey());
        update.setString(2, write(story.getValue()));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static String write(CycleStory story) {
    try {
      return MAPPER.writeValueAsString(story);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CycleStory read(String json) {
    try {
      return MAPPER.readValue(json, CycleStory.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
