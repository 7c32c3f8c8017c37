package baton.intake.webhook;

/** HubSpot: objects of workflows, signed in version 1, which covers the body alone. */
class HubSpotVersion1ConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new HubSpotWorkflowWays("v1", "");
  }
}
