package baton.proving.demo;

/**
 * Where platforms post, and what they sign with.
 *
 * @param hubSpotUrl under which HubSpot calls
 */
record Connections(
    String eventsApp,
    String eventsSecret,
    String hubSpot,
    String hubSpotUrl,
    String hubSpotSecret) {

  static final String WEBHOOKS = "/api/intake/v1/webhooks/";
}
