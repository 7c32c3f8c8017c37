package baton.events.qualification;

import baton.events.Descriptive;
import java.util.Map;

/**
 * What one criterion made of a lead.
 *
 * @param criterion stable id of the criterion
 * @param version of the criterion; a changed criterion has another one; null in events of before
 *     there were versions
 * @param kind what the criterion can do
 * @param outcome what came of it
 * @param observed every attribute read, with its value; an attribute that is missing is named with
 *     an empty value
 * @param expected what Sales asked for, in words
 * @param contribution points it adds to the score
 * @param sentence the result, for people
 */
@Descriptive
public record CriterionResult(
    String criterion,
    Integer version,
    Kind kind,
    Outcome outcome,
    Map<String, String> observed,
    String expected,
    int contribution,
    String sentence) {

  /** What a criterion can do. */
  public enum Kind {
    /** Must be met, or the lead goes to nurture. */
    REQUIRED,
    /** Must not be met, or the lead is disqualified. */
    KNOCK_OUT,
    /** Adds to the score. */
    WEIGHTED,
    /** Adds points for what the lead did. */
    ENGAGEMENT
  }

  /** Three outcomes: what is missing is never taken for a match. */
  public enum Outcome {
    /** What is known meets it. */
    MET,
    /** What is known does not meet it. */
    NOT_MET,
    /** An attribute that it needs is missing. */
    UNKNOWN
  }
}
