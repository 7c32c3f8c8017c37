package baton.intake.webhook;

import baton.intake.mapping.Mappings;
import baton.intake.sources.Platform;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Which sender's ways hold for a platform. */
@Singleton
class Senders {

  private final Sender standard;
  private final Sender generic;
  private final Sender hubSpot = new HubSpotSender();
  private final Sender typeform = new TypeformSender();
  private final Sender googleAds = new GoogleAdsSender();
  private final Sender mautic = new MauticSender();
  private final Sender marketo = new MarketoSender();
  private final Sender salesforceMessage = new SalesforceMessageSender();
  private final Sender webToLead = new WebToLeadSender();
  private final Sender meta = new MetaSender();
  private final Sender calendly = new CalendlySender();
  private final Sender mailchimp = new MailchimpSender();
  private final Sender unbounce = new UnbounceSender();
  private final Sender webflow = new WebflowSender();
  private final Sender segment = new SegmentSender();
  private final Sender intercom = new IntercomSender();
  private final Sender linkedIn;

  @Inject
  Senders(PlatformApis apis, Mappings mappings) {
    this(apis.linkedinVersion(), mappings);
  }

  Senders(String linkedInVersion, Mappings mappings) {
    this.standard = new StandardSender(mappings);
    this.generic = new GenericSender(mappings);
    this.linkedIn = new LinkedInSender(linkedInVersion);
  }

  Sender of(Delivery delivery) {
    return of(delivery.source().source().platform());
  }

  Sender of(Platform platform) {
    return switch (platform) {
      case STANDARD_WEBHOOKS -> standard;
      case HUBSPOT -> hubSpot;
      case TYPEFORM -> typeform;
      case GOOGLE_ADS -> googleAds;
      case MAUTIC -> mautic;
      case MARKETO -> marketo;
      case SALESFORCE_OUTBOUND_MESSAGE -> salesforceMessage;
      case SALESFORCE_WEB_TO_LEAD -> webToLead;
      case META_LEAD_ADS -> meta;
      case LINKEDIN_LEAD_GEN -> linkedIn;
      case GENERIC -> generic;
      case CALENDLY -> calendly;
      case MAILCHIMP -> mailchimp;
      case UNBOUNCE -> unbounce;
      case WEBFLOW -> webflow;
      case SEGMENT -> segment;
      case INTERCOM -> intercom;
    };
  }
}
