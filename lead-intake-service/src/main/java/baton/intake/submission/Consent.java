package baton.intake.submission;

import java.time.Instant;

/**
 * What somebody said about being contacted, or about what is kept, as a form or a platform has it.
 *
 * @param purpose what for, in the sender's words: {@code email}, {@code phone}, or the name of a
 *     box that could be ticked
 * @param granted false: refused or withdrawn
 * @param wording to what; null if the sender does not say
 * @param mechanism how it was said: {@code form}, {@code profile}, or in the words of an API client
 * @param at when it was said, by the sender's clock; null if the sender does not say
 */
public record Consent(
    String purpose, boolean granted, String wording, String mechanism, Instant at) {

  /** The longest purpose, in characters. */
  public static final int LONGEST_PURPOSE = 200;

  /** The longest wording, in characters. */
  public static final int LONGEST_WORDING = 10_000;

  /** Neither to what nor how, which may be free text. */
  @Override
  public String toString() {
    return "Consent[" + granted + "]";
  }
}
