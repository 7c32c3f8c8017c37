package baton.intake.sources;

/** What sends for a source: how it signs, and what its bodies look like. */
public enum Platform {
  /** Any sender that signs as Standard Webhooks describe; Baton makes the secret. */
  STANDARD_WEBHOOKS,
  /** HubSpot: form submissions and contacts, signed with the client secret of a HubSpot app. */
  HUBSPOT
}
