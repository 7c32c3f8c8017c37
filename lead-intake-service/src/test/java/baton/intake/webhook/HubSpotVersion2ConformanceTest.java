package baton.intake.webhook;

/** HubSpot: objects of workflows, signed in version 2, which covers method, address and body. */
class HubSpotVersion2ConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new HubSpotWorkflowWays("v2", "POST" + Deliveries.URI);
  }
}
