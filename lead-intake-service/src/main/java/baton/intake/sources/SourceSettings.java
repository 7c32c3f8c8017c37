package baton.intake.sources;

import baton.intake.mapping.Mapping;

/**
 * What is set for a source, as far as its platform takes it.
 *
 * @param v3Only HubSpot's signatures without a time are refused
 * @param signedText which reading of LinkedIn's signature holds, never null
 * @param mapping where a lead's fields are; null: they are found by their names
 * @param proof how a sender of a form of its own proves who it is, never null
 * @param requestsPerSecond as many are taken from it, 0 for any number; null: as from any source
 */
public record SourceSettings(
    boolean v3Only,
    SignedText signedText,
    Mapping mapping,
    Proof proof,
    Integer requestsPerSecond) {

  /** As a source is if nothing is set. */
  public static final SourceSettings DEFAULT =
      new SourceSettings(false, SignedText.PREFIXED_BODY, null, Proof.DEFAULT, null);
}
