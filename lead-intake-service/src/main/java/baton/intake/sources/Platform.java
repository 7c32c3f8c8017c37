package baton.intake.sources;

import java.util.Set;

/** What sends for a source: how it signs, and what its bodies look like. */
public enum Platform {
  /** Any sender that signs as Standard Webhooks describe. */
  STANDARD_WEBHOOKS(SecretOrigin.BATON, Setting.MAPPING),
  /** HubSpot: forms, contacts and events, signed with the client secret of a HubSpot app. */
  HUBSPOT(SecretOrigin.PLATFORM, Setting.V3_ONLY, Setting.ACCESS_TOKEN),
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
  SALESFORCE_WEB_TO_LEAD(SecretOrigin.EITHER),
  /** Meta: leads of lead ads by number, signed with the secret of a Meta app. */
  META_LEAD_ADS(SecretOrigin.PLATFORM, Setting.VERIFY_TOKEN, Setting.ACCESS_TOKEN),
  /** LinkedIn: leads of its forms by number, signed with the client secret of an app. */
  LINKEDIN_LEAD_GEN(SecretOrigin.PLATFORM, Setting.SIGNED_TEXT, Setting.ACCESS_TOKEN),
  /** Any sender of a form of its own, with a secret in a header or the address, or a signature. */
  GENERIC(SecretOrigin.EITHER, Setting.MAPPING, Setting.PROOF),
  /** Calendly: appointments and routing forms, signed with a key that is given at subscription. */
  CALENDLY(SecretOrigin.EITHER),
  /** Mailchimp: who subscribes and who does not want to any more, with a secret in the address. */
  MAILCHIMP(SecretOrigin.EITHER),
  /** Unbounce: forms of landing pages, with a secret in the address. */
  UNBOUNCE(SecretOrigin.EITHER),
  /** Webflow: forms, signed with a key that it shows. */
  WEBFLOW(SecretOrigin.PLATFORM),
  /** Segment or RudderStack: who somebody is and what somebody did, signed. */
  SEGMENT(SecretOrigin.EITHER),
  /** Intercom: new leads and users, signed with the client secret of an app. */
  INTERCOM(SecretOrigin.PLATFORM);

  private final SecretOrigin secret;
  private final Set<Setting> settings;

  Platform(SecretOrigin secret, Setting... settings) {
    this.secret = secret;
    this.settings = Set.of(settings);
  }

  /** Whether this can be said of its sources. */
  public boolean takes(Setting setting) {
    return settings.contains(setting);
  }

  /** Who makes the secret by which a delivery proves where it comes from. */
  public SecretOrigin secret() {
    return secret;
  }
}
