package baton.qualification.decision.domain;

import java.time.Duration;

/**
 * How points lose their worth: half of them after each half-life, and in a straight line between.
 * In whole numbers throughout, so that the same times give the same points on every machine: with
 * {@code p} points, half-life {@code h}, age {@code a = n·h + r} (all in milliseconds, {@code n}
 * the whole half-lives) they are worth {@code p·(2h − r) / (2h·2ⁿ)}, rounded down.
 *
 * @param days 1 to 3650
 */
public record HalfLife(int days) {

  /** After so many half-lives nothing is left of the most points there can be. */
  private static final int MOST_HALVINGS = 20;

  /**
   * @throws IllegalArgumentException if it is not 1 to 3650 days
   */
  public HalfLife {
    if (days < 1 || days > 3650) {
      throw new IllegalArgumentException("a half-life has 1 to 3650 days");
    }
  }

  /**
   * What is left of points.
   *
   * @param points 0 to 1000
   * @param age since they were earned; none if negative
   */
  int left(int points, Duration age) {
    long half = Duration.ofDays(days).toMillis();
    long old = Math.max(0, age.toMillis());
    long halvings = old / half;
    if (halvings > MOST_HALVINGS) {
      return 0;
    }
    long rest = old % half;
    return (int) (points * (2 * half - rest) / (2 * half << halvings));
  }
}
