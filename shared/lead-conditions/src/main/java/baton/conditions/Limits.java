package baton.conditions;

/**
 * What a condition may cost at most. CEL has no limits of its own that would do, and conditions are
 * written by people who do not think of them.
 *
 * @param length characters (code points) of the text
 * @param depth how deep its parts may be nested
 * @param parts operands, operators and calls that it consists of
 * @param iterations how often an evaluation goes through the body of {@code exists} and {@code all}
 * @param regexSize instructions of the program that a regular expression becomes
 * @param cost steps that an evaluation can take in the worst case, see {@link Cost}
 */
public record Limits(int length, int depth, int parts, int iterations, int regexSize, int cost) {

  /** Room for every condition that a person can still read. */
  public static final Limits DEFAULT = new Limits(2_000, 24, 300, 200, 300, 5_000);
}
