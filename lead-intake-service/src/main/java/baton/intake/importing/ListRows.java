package baton.intake.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
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
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

  private final Transactions transactions;
  private final Verification verification;
  private final Clock clock;

  ListRows(Transactions transactions, Verification verification, Clock clock) {
    this.transactions = transactions;
    this.verification = verification;
    this.clock = clock;
  }

  /** A row as it is written. All rows of a list have one correlation id, that of the list. */
  Submission submission(ImportedList list, Source source, long number, List<String> cells) {
    Map<String, String> byColumn = byColumn(list.columns(), cells);
    byte[] raw = json(byColumn);
    Optional<Content> content = content(list, byColumn);
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
        reading(list, content, source),
        new Cause(list.id(), null, null));
  }

  /** What a row that is kept amounts to, as the columns of its list are understood now. */
  public Reading read(UUID list, byte[] raw, Source source) {
    try {
      Map<String, String> cells = JSON.readValue(raw, CELLS);
      ImportedList of =
          transactions.call(connection -> new ImportTable(connection).find(list)).orElseThrow();
      return reading(of, content(of, cells), source);
    } catch (IOException e) {
      return new Reading.Unusable(null, QuarantineReason.UNREADABLE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reading reading(ImportedList list, Optional<Content> content, Source source) {
    String campaign =
        list.mapping().campaign() == null ? source.campaign() : list.mapping().campaign();
    return content
        .map(said -> verification.read(said, source))
        .orElseGet(() -> new Reading.Unusable(campaign, QuarantineReason.UNREADABLE));
  }

  /** What it says; empty if it has cells of no column, so that nobody knows which is which. */
  private static Optional<Content> content(ImportedList list, Map<String, String> cells) {
    return list.columns().containsAll(cells.keySet())
        ? list.mapping().read(cells)
        : Optional.empty();
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
