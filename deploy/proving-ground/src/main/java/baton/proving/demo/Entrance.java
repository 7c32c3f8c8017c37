package baton.proving.demo;

/** The door through which a campaign's leads come. */
enum Entrance {
  /** The website's own back end, lead by lead. */
  API,
  /** Forms in HubSpot, signed as HubSpot signs. */
  HUBSPOT,
  /** The events app, signed as Standard Webhooks describe. */
  WEBHOOK
}
