package baton.conditions;

/** Names CEL's types for people. */
final class TypeWords {

  private TypeWords() {}

  static String of(String type) {
    return switch (type.trim()) {
      case "string" -> "a text";
      case "int", "uint", "double" -> "a number";
      case "bool" -> "true or false";
      case "timestamp" -> "a time";
      case "duration" -> "a duration";
      case "null_type" -> "nothing";
      default -> type.trim().startsWith("list") ? "a list" : "something else";
    };
  }
}
