package baton.intake.sources;

/**
 * A source as it is to be, in the terms of {@link Source}.
 *
 * @param secret of a platform that has one of its own; null keeps the one that is known
 */
public record Wanted(
    String id,
    String name,
    Platform platform,
    boolean v3Only,
    String secret,
    String campaign,
    String country,
    boolean active) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Wanted[" + id + "]";
  }
}
