package baton.intake.sources;

/**
 * What is set for a source, as far as its platform takes it.
 *
 * @param v3Only HubSpot's signatures without a time are refused
 * @param signedText which reading of LinkedIn's signature holds, never null
 */
public record SourceSettings(boolean v3Only, SignedText signedText) {

  /** As a source is if nothing is set. */
  public static final SourceSettings DEFAULT = new SourceSettings(false, SignedText.PREFIXED_BODY);
}
