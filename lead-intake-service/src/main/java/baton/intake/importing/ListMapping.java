package baton.intake.importing;

import baton.intake.Written;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.LeadField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the columns of a list mean.
 *
 * @param columns in any order; a column that is not named is ignored
 * @param campaign credited where a row names none, or null
 */
public record ListMapping(List<Column> columns, String campaign) {

  private static final int LONGEST_ANSWER = 10_000;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * What columns of these names most likely mean. Of two that could be the same field the first is.
   */
  public static ListMapping suggested(List<String> names) {
    Set<LeadField> taken = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      Column column = Column.suggested(name);
      boolean again = column.field() != null && !taken.add(column.field());
      columns.add(again ? new Column(name, Column.Use.ANSWER, null, null) : column);
    }
    return new ListMapping(columns, null);
  }

  /**
   * What a row says; empty if a cell is longer than its field takes. A cell that is not of the form
   * of its field, such as a country that is none, is kept as an answer.
   *
   * @param cells by column
   */
  Optional<Content> read(Map<String, String> cells) {
    Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
    Map<String, String> answers = new TreeMap<>();
    Map<String, Boolean> consents = new TreeMap<>();
    for (Column column : columns) {
      String cell = cells.getOrDefault(column.column(), "").strip();
      if (cell.isEmpty() || column.use() == Column.Use.IGNORE) {
        continue;
      }
      if (cell.length() > LONGEST_ANSWER) {
        return Optional.empty();
      }
      Optional<String> value = value(column, cell);
      Boolean truth = Written.truth(cell);
      if (value.isPresent()) {
        fields.put(column.field(), value.get());
      } else if (column.use() == Column.Use.CONSENT && truth != null) {
        consents.put(column.purpose(), truth);
      } else {
        answers.put(column.column(), cell);
      }
    }
    if (campaign != null) {
      fields.putIfAbsent(LeadField.CAMPAIGN, campaign);
    }
    Content content = LeadField.content(fields);
    List<Consent> said = new ArrayList<>();
    consents.forEach(
        (purpose, granted) ->
            said.add(new Consent(purpose, granted, null, "list", content.sentAt())));
    return Optional.of(content.with(answers, content.externalId(), said));
  }

  /** The cell as its field takes it; empty if it is of no field, or not of the form of its own. */
  private static Optional<String> value(Column column, String cell) {
    if (column.use() != Column.Use.FIELD || !column.field().takes(cell)) {
      return Optional.empty();
    }
    return switch (column.field()) {
      case COUNTRY -> Optional.of(cell).filter(text -> Written.country(text) != null);
      case EMPLOYEES -> Optional.of(cell).filter(text -> Written.number(text) != null);
      case SENT_AT -> Optional.ofNullable(time(cell));
      default -> Optional.of(cell);
    };
  }

  /** Times far off are slips, and no database takes them. */
  private static boolean isAround(Instant time) {
    return time != null && !time.isBefore(EARLIEST) && time.isBefore(LATEST);
  }

  /** A time with its zone; one that names none is of UTC, and a day is its beginning. */
  private static String time(String cell) {
    String text = cell.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      text += "T00:00:00";
    }
    return Stream.of(text, text + "Z")
        .filter(one -> isAround(Written.time(one)))
        .findFirst()
        .orElse(null);
  }
}
