package baton.qualification;

import baton.eventlog.conformance.ChannelSettings;
import baton.eventlog.relay.EventSender;
import baton.eventlog.relay.KafkaEventSender;
import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "qualification"))
class ChannelSettingsTest {

  @Inject KafkaClientService clients;
  @Inject Config config;
  @Inject EventSender sender;
  @Inject DataSource database;

  @ParameterizedTest
  @ValueSource(strings = {"intake", "followup"})
  void channelsLoseNothing(String channel) {
    ChannelSettings.assertConsumer(clients, channel, "qualification");
    ChannelSettings.assertConnector(config, channel);
  }

  @Test
  void theRelayWaitsForAllReplicas() {
    ChannelSettings.assertProducer((KafkaEventSender) sender);
  }

  @Test
  void aMachineThatVanishesKeepsNoLocks() throws SQLException {
    ChannelSettings.assertSessions(database);
  }
}
