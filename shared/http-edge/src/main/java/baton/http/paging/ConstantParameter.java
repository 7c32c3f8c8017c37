package baton.http.paging;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One of several words in a parameter. */
public final class ConstantParameter {

  private ConstantParameter() {}

  /**
   * The constant of this name; answers 400 {@code invalid-request}, with all that there are, if
   * there is none.
   *
   * @param parameter its name
   * @param name as the caller says it
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String parameter, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemType.INVALID_REQUEST.because(
                    parameter + " is not valid",
                    List.of(
                        FieldError.parameter(
                            parameter,
                            "must be one of " + Arrays.toString(type.getEnumConstants())))));
  }
}
