package baton.intake.mapping;

import baton.intake.mapping.Expression.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mapping found in an item.
 *
 * @param isInquiry null: it cannot be told
 * @param fields by their names, those that were found
 * @param answers by their questions, those that were found
 * @param missing what could not be found, and why
 */
public record Mapped(
    Boolean isInquiry,
    Map<String, String> fields,
    Map<String, String> answers,
    List<Box> consents,
    List<MappingMistake> missing) {

  /** A box that is ticked, or not. */
  public record Box(String purpose, boolean granted, String wording, String at) {}

  /** Not what was found. */
  @Override
  public String toString() {
    return "Mapped[isInquiry=" + isInquiry + "]";
  }

  /** Evaluates, and notes what could not be. */
  interface Attempt<T> {
    T evaluate() throws Unusable;
  }

  /** Gathers what is found. */
  static final class Builder {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<Box> consents = new ArrayList<>();
    private final List<MappingMistake> missing = new ArrayList<>();
    private Boolean isInquiry = true;

    /** What is found there, or null. */
    <T> T attempt(String pointer, Attempt<T> attempt) {
      try {
        return attempt.evaluate();
      } catch (Unusable e) {
        missing.add(new MappingMistake(pointer, e.getMessage()));
        return null;
      }
    }

    void isInquiry(Boolean told) {
      isInquiry = told;
    }

    void field(String name, String value) {
      if (value != null) {
        fields.put(name, value);
      }
    }

    void answer(String question, String value) {
      if (value != null) {
        answers.put(question, value);
      }
    }

    void consent(Box box) {
      consents.add(box);
    }

    Mapped build() {
      return new Mapped(isInquiry, fields, answers, consents, missing);
    }
  }
}
