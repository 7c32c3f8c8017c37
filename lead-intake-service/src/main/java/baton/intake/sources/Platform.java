package baton.intake.sources;

/** What sends for a source: how it signs, and what its bodies look like. */
public enum Platform {
  /** Any sender that signs as Standard Webhooks describe. */
  STANDARD_WEBHOOKS(SecretOrigin.BATON),
  /** HubSpot: form submissions and contacts, signed with the client secret of a HubSpot app. */
  HUBSPOT(SecretOrigin.PLATFORM),
  /** Typeform: responses of forms, signed with a secret that is entered there. */
  TYPEFORM(SecretOrigin.EITHER),
  /** Google Ads: leads of lead forms, with a key in the body that is entered there. */
  GOOGLE_ADS(SecretOrigin.EITHER),
  /** Mautic: events of several types, signed with a secret that is shown there, or entered. */
  MAUTIC(SecretOrigin.EITHER),
  /** Marketo: templates of the author's own, as JSON or as a form, with a secret in a header. */
  MARKETO(SecretOrigin.EITHER),
  /** Salesforce: outbound messages about leads and contacts, with a secret in the address. */
  SALESFORCE_OUTBOUND_MESSAGE(SecretOrigin.EITHER),
  /** Forms made for Salesforce's Web-to-Lead, which name their organisation. */
  SALESFORCE_WEB_TO_LEAD(SecretOrigin.EITHER);

  private final SecretOrigin secret;

  Platform(SecretOrigin secret) {
    this.secret = secret;
  }

  /** Who makes the secret by which a delivery proves where it comes from. */
  public SecretOrigin secret() {
    return secret;
  }
}
