package baton.conditions;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a condition may ask about.
 *
 * @param path how conditions and evidence name it, for example {@code lead.email.kind}
 * @param type of its values
 * @param values the only ones it can have; empty if it can have any
 * @param meaning what it says, for people who write conditions
 */
public record Attribute(String path, Type type, List<String> values, String meaning) {

  private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+");

  /** Types of values. */
  public enum Type {
    /** A {@link String}. */
    TEXT("a text"),
    /** A whole number, {@link Long}. */
    NUMBER("a number"),
    /** A {@link Boolean}. */
    TRUTH("true or false");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * @throws IllegalArgumentException if the path is none, or values are listed for another type
   *     than TEXT
   */
  public Attribute {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("no path: " + path);
    }
    values = List.copyOf(values);
    if (!values.isEmpty() && type != Type.TEXT) {
      throw new IllegalArgumentException("values listed for " + path + ", which is no text");
    }
  }

  /** A text that can be anything. */
  public static Attribute text(String path, String meaning) {
    return new Attribute(path, Type.TEXT, List.of(), meaning);
  }

  /** A text that is one of these. */
  public static Attribute oneOf(String path, List<String> values, String meaning) {
    return new Attribute(path, Type.TEXT, values, meaning);
  }

  public static Attribute number(String path, String meaning) {
    return new Attribute(path, Type.NUMBER, List.of(), meaning);
  }

  public static Attribute truth(String path, String meaning) {
    return new Attribute(path, Type.TRUTH, List.of(), meaning);
  }
}
