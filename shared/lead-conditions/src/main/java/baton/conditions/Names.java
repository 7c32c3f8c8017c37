package baton.conditions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the whole dotted name that a place in a text belongs to. */
final class Names {

  private static final Pattern DOTTED =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  /** A name and the column, from 0, at which it begins. */
  record Name(String text, int column) {}

  private Names() {}

  /**
   * The name around this place; without text if there is none.
   *
   * @param line from 1
   * @param column from 0
   */
  static Name at(String text, int line, int column) {
    String row = text.lines().skip(line - 1L).findFirst().orElse("");
    Matcher names = DOTTED.matcher(row);
    while (names.find()) {
      if (names.start() <= column && column < names.end()) {
        return new Name(names.group(), names.start());
      }
    }
    return new Name("", column);
  }
}
