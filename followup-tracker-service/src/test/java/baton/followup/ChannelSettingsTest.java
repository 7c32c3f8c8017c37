package baton.followup;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.ChannelSettings;
import baton.eventlog.relay.EventSender;
import baton.eventlog.relay.KafkaEventSender;
import baton.eventlog.runtime.ConsumerProgress;
import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class ChannelSettingsTest {

  @Inject KafkaClientService clients;
  @Inject Config config;
  @Inject EventSender sender;
  @Inject ConsumerProgress progress;

  @Test
  void theChannelLosesNothing() {
    ChannelSettings.assertConsumers(clients, "events", "followup-tracker");
    ChannelSettings.assertConnector(config, "events");
  }

  @Test
  void allTopicsAreWatched() {
    assertThat(progress.topics())
        .containsExactlyInAnyOrder(
            "baton.intake",
            "baton.qualification",
            "baton.routing",
            "baton.roster",
            "baton.activity");
  }

  @Test
  void theRelayWaitsForAllReplicas() {
    ChannelSettings.assertProducer((KafkaEventSender) sender);
  }
}
