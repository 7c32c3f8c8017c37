package baton.intake.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.eventlog.Cause;
import baton.events.intake.QuarantineReason;
import baton.http.digest.Sha256;
import baton.intake.sources.Source;
import baton.intake.submission.Content;
import baton.intake.submission.Door;
import baton.intake.submission.ListRow;
import baton.intake.submission.Reading;
import baton.intake.submission.Submission;
import baton.intake.submission.Verification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of lists as submissions. A row is kept as a JSON object, its cells by column. Two rows that
 * say the same, for the same source, kind and campaign, are one submission sent twice, also in two
 * files.
 */
@Singleton
public class ListRows {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  private final Verification verification;
  private final Clock clock;

  ListRows(Verification verification, Clock clock) {
    this.verification = verification;
    this.clock = clock;
  }

  /** A row as it is written. All rows of a list have one correlation id, that of the list. */
  Submission submission(ImportedList list, Source source, long number, List<String> cells) {
    Map<String, String> byColumn = byColumn(list.columns(), cells);
    byte[] raw = json(byColumn);
    Understanding understanding = Understanding.of(list);
    Optional<Content> content = understanding.read(byColumn);
    String says = new String(json(content.isEmpty() ? byColumn : content.get()), UTF_8);
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        source.id(),
        Door.IMPORT,
        null,
        new ListRow(list.id(), number, list.kind() == ImportKind.HISTORY),
        Sha256.of("list:" + list.kind() + " " + list.mapping().campaign() + " " + says),
        Sha256.of(raw),
        MediaType.APPLICATION_JSON,
        raw,
        clock.instant(),
        reading(understanding, content, source),
        new Cause(list.id(), null, null));
  }

  /** What a row that is kept amounts to, as its list is understood now. */
  public Reading read(byte[] raw, Understanding understanding, Source source) {
    try {
      return reading(understanding, understanding.read(JSON.readValue(raw, CELLS)), source);
    } catch (IOException e) {
      return new Reading.Unusable(null, QuarantineReason.UNREADABLE);
    }
  }

  private Reading reading(Understanding understanding, Optional<Content> content, Source source) {
    String campaign = understanding.mapping().campaign();
    return content
        .map(said -> verification.read(said, source))
        .orElseGet(
            () ->
                new Reading.Unusable(
                    campaign == null ? source.campaign() : campaign, QuarantineReason.UNREADABLE));
  }

  /** Cells that are missing are empty; those that are too many are named by their place. */
  private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      byColumn.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
    }
    for (int i = columns.size(); i < cells.size(); i++) {
      byColumn.put("cell " + (i + 1) + " of " + columns.size(), cells.get(i));
    }
    return byColumn;
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
