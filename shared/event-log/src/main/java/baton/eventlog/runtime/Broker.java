package baton.eventlog.runtime;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the broker is reached: the same {@code kafka.*} settings that the channels use. */
@Singleton
class Broker {

  private final Map<String, Object> connection = new HashMap<>();

  Broker(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> settings) {
    if (settings.isResolvable()) {
      connection.putAll(settings.get());
    }
    connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    connection.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "rebootstrap");
  }

  Map<String, Object> connection() {
    return connection;
  }
}
