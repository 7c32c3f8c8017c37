package baton.conditions;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A compiled condition. Immutable, safe to use from several threads; the same values always give
 * the same answer.
 */
public final class Condition {

  private final String text;
  private final CelRuntime.Program program;

  Condition(String text, CelRuntime.Program program) {
    this.text = text;
    this.program = program;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /**
   * Evaluates it.
   *
   * @param values the value of an attribute by its path, of the type that the vocabulary says; null
   *     if it is missing
   */
  public Answer ask(Function<String, Object> values) {
    Reading reading = new Reading(values);
    try {
      Object result = program.eval(reading);
      return reading.answer(result instanceof Boolean met ? of(met) : Outcome.UNKNOWN, null);
    } catch (CelEvaluationException e) {
      return reading.answer(Outcome.UNKNOWN, words(e.getErrorCode()));
    }
  }

  private static Outcome of(boolean met) {
    return met ? Outcome.MET : Outcome.NOT_MET;
  }

  private static String words(CelErrorCode code) {
    return switch (code) {
      case DIVIDE_BY_ZERO -> "divides by zero";
      case NUMERIC_OVERFLOW -> "a number becomes too large";
      case BAD_FORMAT -> "a text is not of the form that is asked for";
      case INDEX_OUT_OF_BOUNDS, ATTRIBUTE_NOT_FOUND -> "there is no such element";
      case ITERATION_BUDGET_EXCEEDED -> "goes through more elements than allowed";
      default -> "cannot be evaluated";
    };
  }

  /** Hands out values and keeps what was asked for. */
  private static final class Reading implements CelVariableResolver {

    private final Function<String, Object> values;
    private final SortedMap<String, String> evidence = new TreeMap<>();

    private Reading(Function<String, Object> values) {
      this.values = values;
    }

    /** CEL takes what cannot be found for unknown, and reckons with it in three values. */
    @Override
    public Optional<Object> find(String name) {
      Optional<String> asked = KnownMacro.attributeAskedBy(name);
      Object value = values.apply(asked.orElse(name));
      evidence.put(asked.orElse(name), value == null ? "" : value.toString());
      return asked.isPresent() ? Optional.of(value != null) : Optional.ofNullable(value);
    }

    private Answer answer(Outcome outcome, String failure) {
      return new Answer(outcome, evidence, Optional.ofNullable(failure));
    }
  }
}
