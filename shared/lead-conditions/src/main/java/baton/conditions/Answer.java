package baton.conditions;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a condition made of a lead.
 *
 * @param evidence every attribute that was read, by path, with its value; one that is missing has
 *     an empty value. What lies behind an operand that had settled the matter was not read
 * @param failure why it could not be evaluated although nothing was missing, such as a division by
 *     zero; the outcome is then UNKNOWN. Quotes no value
 */
public record Answer(
    Outcome outcome, SortedMap<String, String> evidence, Optional<String> failure) {

  public Answer {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }
}
