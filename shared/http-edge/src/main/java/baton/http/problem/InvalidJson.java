package baton.http.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what Jackson says about a request body into a problem with its position. */
final class InvalidJson {

  private InvalidJson() {}

  /**
   * The problem, if this failure is about the request's body. Failures to <em>write</em> JSON are
   * not: they are faults of ours, although Jackson uses the same family of exceptions.
   */
  static Optional<HttpProblem> in(Throwable failure) {
    if (failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() == 400
        && refusal.getCause() instanceof JsonProcessingException json) {
      return Optional.of(problem(json));
    }
    if (failure instanceof MismatchedInputException || failure instanceof StreamReadException) {
      return Optional.of(problem((JsonProcessingException) failure));
    }
    return Optional.empty();
  }

  private static HttpProblem problem(JsonProcessingException json) {
    HttpProblem.Builder problem =
        json instanceof MismatchedInputException mismatch
            ? mismatch(mismatch)
            : ProblemType.MALFORMED_JSON.problem().withDetail(json.getOriginalMessage());
    JsonLocation location = json.getLocation();
    if (location != null && location.getLineNr() > 0) {
      problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
    }
    return problem.build();
  }

  private static HttpProblem.Builder mismatch(MismatchedInputException mismatch) {
    return ProblemType.INVALID_REQUEST
        .problem()
        .withDetail("the body does not have the expected shape")
        .with(
            "errors",
            List.of(FieldError.at(pointer(mismatch), expected(mismatch.getTargetType()))));
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    return type.isEnum()
        ? "must be one of "
            + Stream.of(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "))
        : "cannot be read as " + type.getSimpleName();
  }

  private static String pointer(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null
                    ? FieldError.token(step.getFieldName())
                    : "/" + step.getIndex())
        .collect(Collectors.joining());
  }
}
