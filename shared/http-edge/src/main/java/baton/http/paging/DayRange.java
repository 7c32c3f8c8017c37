package baton.http.paging;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which days a caller wants to see: {@code ?from=&to=}, in UTC, both included. Without {@code to}
 * it is today, without {@code from} the one day.
 */
public class DayRange {

  /** Most days in a range. */
  public static final int MOST_DAYS = 92;

  @QueryParam("from")
  @Parameter(description = "First day, such as 2026-03-01")
  String from;

  @QueryParam("to")
  @Parameter(description = "Last day, such as 2026-03-31")
  String to;

  /** Days, first and last included. */
  public record Days(LocalDate from, LocalDate to) {}

  /** The days asked for; answers 400 {@code invalid-request} if they make no range. */
  public Days upTo(Clock clock) {
    LocalDate last = date("to", to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    LocalDate first = date("from", from, last);
    if (first.isAfter(last)
        || first.getYear() < 1970
        || last.getYear() > 9999
        || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw ProblemType.INVALID_REQUEST.because(
          "from is not after to, and at most " + MOST_DAYS + " days before it",
          List.of(FieldError.parameter("from", "out of range")));
    }
    return new Days(first, last);
  }

  private static LocalDate date(String name, String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemType.INVALID_REQUEST.because(
          name + " is a date such as 2026-03-31",
          List.of(FieldError.parameter(name, "must be a date")));
    }
  }
}
