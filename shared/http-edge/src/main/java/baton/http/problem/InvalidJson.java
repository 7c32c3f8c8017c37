package baton.http.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what Jackson says about a request body into a problem with its position. */
final class InvalidJson {

  private static final Map<Class<?>, String> EXPECTED =
      Map.ofEntries(
          Map.entry(int.class, "must be a whole number"),
          Map.entry(Integer.class, "must be a whole number"),
          Map.entry(long.class, "must be a whole number"),
          Map.entry(Long.class, "must be a whole number"),
          Map.entry(boolean.class, "must be true or false"),
          Map.entry(Boolean.class, "must be true or false"),
          Map.entry(UUID.class, "must be a UUID"),
          Map.entry(Duration.class, "must be a duration such as PT4H"),
          Map.entry(Instant.class, "must be a time such as 2026-03-02T17:00:00Z"),
          Map.entry(LocalDate.class, "must be a date such as 2026-03-02"),
          Map.entry(LocalTime.class, "must be a time of day such as 09:00"));

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
        .with("errors", List.of(FieldError.at(pointer(mismatch), expected(mismatch))));
  }

  private static String expected(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (mismatch instanceof UnrecognizedPropertyException unknown) {
      return "is none of the members there are: "
          + unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
    } else if (type != null && type.isEnum()) {
      return "must be one of "
          + Stream.of(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return EXPECTED.getOrDefault(type == null ? Object.class : type, "has the wrong type");
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
