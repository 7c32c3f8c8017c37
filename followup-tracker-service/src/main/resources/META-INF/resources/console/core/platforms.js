/**
 * The platforms, by the names of the API: what people call them and how they
 * are offered, who makes the secret, what else a source of them takes, and what is to be done there.
 * `secret` is BATON (shown once), PLATFORM (has to be brought from there) or EITHER. With
 * `keyInAddress` the secret stands behind the address, as its parameter `key`.
 */
export const PLATFORMS = {
  HUBSPOT: {
    name: 'HubSpot',
    secret: 'PLATFORM',
    secretName: 'Client secret of your HubSpot app',
    hasToken: true,
    settings: ['v3Only'],
    page: 'hubspot',
    steps: [
      'In a workflow for contacts that submit a form, add “Send a webhook”: POST, the address, and a request signature with the id of the app.',
      'Or in the app, under Webhooks, enter the address and subscribe to contact.creation, to contact.propertyChange of recent_conversion_date, and to contact.privacyDeletion. For these Baton needs the access token.',
    ],
  },
  META_LEAD_ADS: {
    name: 'Meta lead ads',
    secret: 'PLATFORM',
    secretName: 'App secret',
    hasToken: true,
    settings: ['verifyToken'],
    page: 'meta',
    steps: [
      'In the app, under Webhooks, choose Page, “Subscribe to this object”, and enter the address and the verify token.',
      'Subscribe to the field leadgen.',
      'Install the app on the page: in the Graph API Explorer, with the token of the page, POST /{page-id}/subscribed_apps?subscribed_fields=leadgen.',
      'Send a lead with Meta’s Lead Ads Testing Tool: it shows under “Last requests”.',
    ],
  },
  GOOGLE_ADS: {
    name: 'Google Ads lead forms',
    secret: 'EITHER',
    page: 'google-ads',
    steps: [
      'In the lead form asset, open “Export leads”, “Other data integration options”, “Webhook integration”.',
      'Enter the address as webhook URL and the secret as key.',
      'Press “Send test data”: it shows under “Last requests” as discarded, a test; sent again, as a duplicate.',
    ],
  },
  LINKEDIN_LEAD_GEN: {
    name: 'LinkedIn lead gen forms',
    secret: 'PLATFORM',
    secretName: 'Client secret of your LinkedIn app',
    hasToken: true,
    settings: ['signedText'],
    page: 'linkedin',
    steps: [
      'In the app, under Webhooks, “Create webhook” with the address. LinkedIn tries it at once.',
      'Subscribe to the lead notifications of your ad account or page through LinkedIn’s API; the documentation has the call.',
      'The access token runs out after two months: enter the next one under “How it is connected”.',
    ],
  },
  SALESFORCE_OUTBOUND_MESSAGE: {
    name: 'Salesforce outbound message',
    secret: 'EITHER',
    keyInAddress: true,
    page: 'salesforce',
    steps: [
      'In Setup, Outbound Messages, make one for Lead or Contact, with the address as endpoint URL. Leave “Send Session ID” unchecked.',
      'Select the fields that Baton is to have, HasOptedOutOfEmail and DoNotCall among them.',
      'Send it from a flow, at the creation of a lead.',
    ],
  },
  SALESFORCE_WEB_TO_LEAD: {
    name: 'Salesforce Web-to-Lead form',
    secret: 'PLATFORM',
    secretName: 'The oid in the form’s HTML',
    page: 'salesforce',
    steps: [
      'In the form’s HTML, replace the address in action by this one, with ?encoding=UTF-8 behind it.',
      'Leave everything else as it is, oid and retURL included.',
      'Fill the form in: it shows under “Last requests”.',
    ],
  },
  MARKETO: {
    name: 'Marketo',
    secret: 'EITHER',
    page: 'marketo',
    steps: [
      'In Admin, Webhooks, “New Webhook”: the address, POST, the template from the documentation, request token encoding JSON.',
      'Set the custom headers X-Webhook-Secret, with the secret, and Content-Type, with application/json.',
      'Call it in a flow step of a smart campaign with a trigger.',
    ],
  },
  MAUTIC: {
    name: 'Mautic',
    secret: 'EITHER',
    page: 'mautic',
    steps: ['In Settings, Webhooks, New: enter the address and the secret.', 'Tick “Form Submit Event”, and no other.', 'Fill in a form of yours: it shows under “Last requests”.'],
  },
  TYPEFORM: {
    name: 'Typeform',
    secret: 'EITHER',
    page: 'typeform',
    steps: ['In the form: Connect, Webhooks, “Add a webhook” with the address.', 'Edit it: enter the secret, and turn it on.', 'Fill in the form: it shows under “Last requests”.'],
  },
  CALENDLY: {name: 'Calendly', secret: 'EITHER', page: 'more-platforms', steps: ['Subscribe to invitee.created with the address, and with the secret as signing key.']},
  MAILCHIMP: {name: 'Mailchimp', secret: 'EITHER', keyInAddress: true, page: 'more-platforms', steps: ['In the audience’s settings, Webhooks, make one with the address.']},
  UNBOUNCE: {name: 'Unbounce', secret: 'EITHER', keyInAddress: true, page: 'more-platforms', steps: ['In the page’s integrations, add a webhook with the address.']},
  WEBFLOW: {name: 'Webflow', secret: 'PLATFORM', secretName: 'Key that Webflow shows', page: 'more-platforms', steps: ['Make a webhook for form submissions with the address, through Webflow’s API: those of its dashboard are not signed.']},
  SEGMENT: {name: 'Segment', secret: 'EITHER', page: 'more-platforms', steps: ['Add the destination Webhooks with the address, and with the secret as shared secret.']},
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
    steps: [
      'Enter the address.',
      'Have the sender put the secret in the header X-Webhook-Secret. For one that can set no header, or signs, say so under “How it is connected”; one that can hold a key is given one there.',
      'Under “Mapping”, try a body until what you expect is found.',
    ],
  },
};

/** What people call it. */
export function platformName(platform) {
  return PLATFORMS[platform]?.name ?? platform;
}
