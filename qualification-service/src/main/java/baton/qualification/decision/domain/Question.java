package baton.qualification.decision.domain;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** A condition of Sales, put to what is known. The same knowledge always gives the same answer. */
@FunctionalInterface
public interface Question {

  /**
   * @param known what is known under a path such as {@code lead.employees}, as text; null if it is
   *     missing
   */
  Answer ask(Function<String, String> known);

  /**
   * What came of it.
   *
   * @param observed every attribute that was read, with its value; an empty one if it is missing
   * @param failure why it could not be told although nothing was missing
   */
  record Answer(Outcome outcome, SortedMap<String, String> observed, Optional<String> failure) {}
}
