package baton.http.paging;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A moment that a caller names in a parameter. */
public final class TimeParameter {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private TimeParameter() {}

  /**
   * The moment, in the years 1 to 9999; answers 400 {@code invalid-request} if it is none.
   *
   * @param name of the parameter
   */
  public static Instant parse(String name, String text) {
    Instant time = read(text);
    if (time == null) {
      throw ProblemType.INVALID_REQUEST.because(
          name + " is not valid",
          List.of(FieldError.parameter(name, "must be a time such as 2026-03-02T17:00:00Z")));
    }
    return time;
  }

  /** The moment; null if it is none, or in other years. */
  static Instant read(String text) {
    try {
      Instant time = Instant.parse(text);
      return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
