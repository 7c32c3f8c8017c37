package baton.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body; {@code ""} is the whole body; null
 *     when the fault is in a parameter
 * @param parameter name of the query, path or header parameter; null when the fault is in the body
 * @param detail what is wrong, for a person to read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String detail) {

  /** What a validator found, in an order that does not change from call to call. */
  public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
    return Violations.errors(violations);
  }

  /** A fault in the body, at a JSON pointer. */
  public static FieldError at(String pointer, String detail) {
    return new FieldError(pointer, null, detail);
  }

  /** A fault in a query, path or header parameter. */
  public static FieldError parameter(String name, String detail) {
    return new FieldError(null, name, detail);
  }

  /** One reference token, escaped as RFC 6901 asks for, with its leading slash. */
  static String token(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
