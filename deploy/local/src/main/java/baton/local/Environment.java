package baton.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads variables; an empty one counts as absent, as shells pass them so. */
record Environment(Map<String, String> variables) {

  Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::trim).filter(v -> !v.isEmpty());
  }

  String text(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  List<String> words(String name, String otherwise) {
    return List.of(text(name, otherwise).split("\\s+"));
  }

  int number(String name, int otherwise) {
    String value = text(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Refusal(name + " is not a number: " + value + ". Set it to one, or unset it.");
    }
  }
}
