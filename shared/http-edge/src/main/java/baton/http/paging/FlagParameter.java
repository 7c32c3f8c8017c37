package baton.http.paging;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import java.util.List;

/** Something that a caller switches on in a parameter. */
public final class FlagParameter {

  private FlagParameter() {}

  /**
   * Whether it is on; answers 400 {@code invalid-request} if that is neither true nor false.
   *
   * @param name of the parameter
   * @param text as the caller says it; null: off
   */
  public static boolean parse(String name, String text) {
    if (text == null || text.equals("false")) {
      return false;
    } else if (text.equals("true")) {
      return true;
    }
    throw ProblemType.INVALID_REQUEST.because(
        name + " is not valid", List.of(FieldError.parameter(name, "must be true or false")));
  }
}
