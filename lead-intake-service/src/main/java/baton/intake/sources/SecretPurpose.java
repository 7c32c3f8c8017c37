package baton.intake.sources;

/** What a secret of a source is for. */
enum SecretPurpose {
  /** Proves webhooks. Up to two of them. */
  WEBHOOK,
  /** See {@link Setting#VERIFY_TOKEN}. */
  VERIFY_TOKEN,
  /** See {@link Setting#ACCESS_TOKEN}. */
  ACCESS_TOKEN;

  /** What a sealed secret is bound to, so that it is of no use in another's place. */
  String binding(String source) {
    return this == WEBHOOK ? source : source + " " + this;
  }
}
