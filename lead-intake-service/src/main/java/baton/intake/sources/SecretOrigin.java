package baton.intake.sources;

/** Who makes a secret. */
public enum SecretOrigin {
  /** It is made here and shown once. */
  BATON,
  /** It comes from the platform, and has to be given. */
  PLATFORM,
  /** It may be given; one that is not is made here and shown once. */
  EITHER
}
