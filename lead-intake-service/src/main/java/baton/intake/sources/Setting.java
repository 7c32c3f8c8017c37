package baton.intake.sources;

/** What can be said of a source besides its name, its secret and what submissions may lack. */
public enum Setting {
  /** Whether HubSpot's signatures without a time are refused. */
  V3_ONLY,
  /** Which of the readings of LinkedIn's signature holds. */
  SIGNED_TEXT,
  /** What the platform has to say when it asks whether the address is the right one. */
  VERIFY_TOKEN,
  /** Where a sender of a form of its own has what a lead needs. */
  MAPPING,
  /** How a sender of a form of its own proves who it is. */
  PROOF,
  /** By which what the platform tells of by number only is fetched from it. */
  ACCESS_TOKEN
}
