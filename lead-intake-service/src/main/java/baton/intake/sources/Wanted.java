package baton.intake.sources;

/**
 * A source as it is to be, in the terms of {@link Source}.
 *
 * @param secret of a platform that has one of its own; null keeps the one that is known
 * @param verifyToken null keeps the one that is known, or has one made
 * @param accessToken null keeps the one that is known, if there is one
 */
public record Wanted(
    String id,
    String name,
    Platform platform,
    SourceSettings settings,
    String secret,
    String verifyToken,
    String accessToken,
    String campaign,
    String country,
    boolean active) {

  /** Without any secret. */
  @Override
  public String toString() {
    return "Wanted[" + id + "]";
  }
}
