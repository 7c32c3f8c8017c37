package baton.http.paging;

import baton.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sort key of the last row seen, written so that callers pass it on and do not read it: each
 * part in base64url, joined by dots. Every method answers 400 {@code cursor-invalid} for a cursor
 * that this list did not give out.
 */
public final class Cursor {

  private static final int LONGEST = 1024;

  private final List<String> parts;

  private Cursor(List<String> parts) {
    this.parts = parts;
  }

  /** A cursor at a row; the parts in the order the list is sorted by. */
  public static Cursor of(Object... sortKey) {
    return new Cursor(Stream.of(sortKey).map(Object::toString).toList());
  }

  /** Reads what {@link #toString} wrote. */
  public static Cursor parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw invalid();
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      parts.add(decode(part));
    }
    return new Cursor(parts);
  }

  /** A part as it was. */
  public String text(int index) {
    if (index >= parts.size()) {
      throw invalid();
    }
    String part = parts.get(index);
    if (part.indexOf('\0') >= 0) {
      throw invalid();
    }
    return part;
  }

  /** A part that is a UUID. */
  public UUID uuid(int index) {
    try {
      return UUID.fromString(text(index));
    } catch (IllegalArgumentException notOne) {
      throw invalid();
    }
  }

  /** A part that is a point in time. */
  public Instant instant(int index) {
    Instant time = TimeParameter.read(text(index));
    if (time == null) {
      throw invalid();
    }
    return time;
  }

  /** A part that is a whole number. */
  public long number(int index) {
    try {
      return Long.parseLong(text(index));
    } catch (NumberFormatException notOne) {
      throw invalid();
    }
  }

  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part.getBytes(StandardCharsets.UTF_8))
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
        .collect(Collectors.joining("."));
  }

  private static String decode(String part) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException | CharacterCodingException notOurs) {
      throw invalid();
    }
  }

  private static RuntimeException invalid() {
    return ProblemType.CURSOR_INVALID.because("start again without a cursor");
  }
}
