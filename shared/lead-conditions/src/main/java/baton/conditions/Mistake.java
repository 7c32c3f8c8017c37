package baton.conditions;

/**
 * Why a condition is refused.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong, in words
 * @param suggestion what to write instead, or an empty text
 */
public record Mistake(int line, int column, String message, String suggestion) {

  /** The whole of it in one line. */
  public String sentence() {
    String place = "line %d, column %d: %s".formatted(line, column, message);
    return suggestion.isEmpty() ? place : place + "; " + suggestion;
  }
}
