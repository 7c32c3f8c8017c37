package baton.http.paging;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page a caller wants: {@code ?limit=&cursor=}. A resource takes it as {@code @BeanParam},
 * reads {@link #rowsToRead()} rows after {@link #after()} and answers {@link #of}.
 */
public class PageRequest {

  /** Rows on a page when the caller does not say. */
  public static final int DEFAULT_LIMIT = 50;

  /** Most rows on a page. */
  public static final int MAX_LIMIT = 200;

  @QueryParam("limit")
  @Parameter(
      description = "Rows on a page, 1 to 200",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The member `next` of the page before")
  String cursor;

  /** For JAX-RS. */
  public PageRequest() {}

  PageRequest(String limit, String cursor) {
    this.limit = limit;
    this.cursor = cursor;
  }

  /** Rows wanted, 1 to {@link #MAX_LIMIT}; answers 400 {@code limit-out-of-range} otherwise. */
  public int limit() {
    if (limit == null || limit.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= MAX_LIMIT) {
        return rows;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw ProblemType.LIMIT_OUT_OF_RANGE.because(
        "limit is a whole number from 1 to " + MAX_LIMIT,
        List.of(FieldError.parameter("limit", "must be 1 to " + MAX_LIMIT)));
  }

  /** One row more than wanted, which shows whether there is a next page. */
  public int rowsToRead() {
    return limit() + 1;
  }

  /** Where to go on; empty for the first page. */
  public Optional<Cursor> after() {
    return cursor == null || cursor.isEmpty()
        ? Optional.empty()
        : Optional.of(Cursor.parse(cursor));
  }

  /** The page out of up to {@link #rowsToRead()} rows, in order. */
  public <T> Page<T> of(List<T> rows, Function<? super T, Cursor> sortKey) {
    int wanted = limit();
    if (rows.size() <= wanted) {
      return new Page<>(rows, null);
    }
    return new Page<>(
        List.copyOf(rows.subList(0, wanted)), sortKey.apply(rows.get(wanted - 1)).toString());
  }
}
