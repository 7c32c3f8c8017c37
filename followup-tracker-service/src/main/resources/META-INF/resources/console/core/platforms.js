/**
 * The platforms, by the names of the API: what people call them and how they
 * are offered, who makes the secret, what else a
 * source of them takes, and what is to be done there. `secret` is BATON (shown once), PLATFORM (has to
 * be brought from there) or EITHER.
 */
export const PLATFORMS = {
  HUBSPOT: {
    name: 'HubSpot',
    secret: 'PLATFORM',
    secretName: 'Client secret of your HubSpot app',
    hasToken: true,
    page: 'hubspot',
    steps: ['In the app’s settings, make a webhook subscription, or in a workflow the action “Send a webhook”.', 'Enter the address there.'],
  },
  META_LEAD_ADS: {
    name: 'Meta lead ads',
    secret: 'PLATFORM',
    secretName: 'App secret',
    hasToken: true,
    page: 'meta',
    steps: ['In the app’s settings under Webhooks, choose Page and subscribe to leadgen.', 'Enter the address and the verify token.'],
  },
  GOOGLE_ADS: {
    name: 'Google Ads lead forms',
    secret: 'EITHER',
    page: 'google-ads',
    steps: ['Open the lead form asset, then “Export leads from Google Ads”.', 'Enter the address as the webhook URL and the secret as the key.', 'Press “Send test data”: it shows below as a test.'],
  },
  LINKEDIN_LEAD_GEN: {
    name: 'LinkedIn lead gen forms',
    secret: 'PLATFORM',
    secretName: 'Client secret of your LinkedIn app',
    hasToken: true,
    page: 'linkedin',
    steps: ['Register the address as a webhook of the app.', 'Subscribe to lead notifications of your organisation.'],
  },
  SALESFORCE_OUTBOUND_MESSAGE: {
    name: 'Salesforce outbound message',
    secret: 'EITHER',
    page: 'salesforce',
    steps: ['In Setup, make an outbound message about Lead or Contact.', 'Enter the address with ?secret= and the secret behind it.'],
  },
  SALESFORCE_WEB_TO_LEAD: {
    name: 'Salesforce Web-to-Lead form',
    secret: 'EITHER',
    page: 'salesforce',
    steps: ['In the form’s HTML, put the address in the place of the one of Salesforce.'],
  },
  MARKETO: {
    name: 'Marketo',
    secret: 'EITHER',
    page: 'marketo',
    steps: ['In Admin, make a webhook with the address.', 'Set the header X-Webhook-Secret to the secret.', 'Call it in a flow step of a smart campaign.'],
  },
  MAUTIC: {
    name: 'Mautic',
    secret: 'EITHER',
    page: 'mautic',
    steps: ['In Settings, Webhooks, make one with the address and the secret.', 'Choose the form submit event.'],
  },
  TYPEFORM: {
    name: 'Typeform',
    secret: 'EITHER',
    page: 'typeform',
    steps: ['In the form, Connect, Webhooks, add one with the address.', 'Enter the secret and turn it on.'],
  },
  CALENDLY: {name: 'Calendly', secret: 'EITHER', page: 'more-platforms', steps: ['Subscribe to invitee.created with the address and the secret as signing key.']},
  MAILCHIMP: {name: 'Mailchimp', secret: 'EITHER', page: 'more-platforms', steps: ['In the audience’s settings, add a webhook with the address, ?secret= and the secret.']},
  UNBOUNCE: {name: 'Unbounce', secret: 'EITHER', page: 'more-platforms', steps: ['In the page’s integrations, add a webhook with the address, ?secret= and the secret.']},
  WEBFLOW: {name: 'Webflow', secret: 'PLATFORM', secretName: 'Key that Webflow shows', page: 'more-platforms', steps: ['In the site’s settings, add a webhook for form submissions with the address.']},
  SEGMENT: {name: 'Segment', secret: 'EITHER', page: 'more-platforms', steps: ['Add the destination Webhooks with the address and the secret.']},
  INTERCOM: {name: 'Intercom', secret: 'PLATFORM', secretName: 'Client secret of your Intercom app', page: 'more-platforms', steps: ['In the app’s settings, Webhooks, enter the address.']},
  STANDARD_WEBHOOKS: {
    name: 'Standard Webhooks',
    offered: 'Anything that signs as Standard Webhooks',
    secret: 'BATON',
    hasMapping: true,
    page: 'generic',
    steps: ['Enter the address and the secret.'],
  },
  GENERIC: {
    name: 'Own sender',
    offered: 'Anything else, or lists only',
    secret: 'EITHER',
    hasMapping: true,
    page: 'generic',
    steps: ['Enter the address.', 'Have the sender put the secret in the header X-Webhook-Secret.', 'Try a body below until its mapping finds what you expect.'],
  },
};

/** What people call it. */
export function platformName(platform) {
  return PLATFORMS[platform]?.name ?? platform;
}
