package baton.eventlog.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.relay.KafkaEventSender;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;

/**
 * The settings that every channel of every service must have, asked of the running application. The
 * defaults of the connector lose records, or end a channel for good.
 */
public final class ChannelSettings {

  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
  private static final String INCOMING = "mp.messaging.incoming.";

  private ChannelSettings() {}

  /**
   * Checks what the consumers of a channel were made with: it has several if it is read by several
   * at once.
   *
   * @param group the consumer group: the name of the service
   */
  public static void assertConsumers(KafkaClientService clients, String channel, String group) {
    List<String> readers =
        clients.getConsumerChannels().stream()
            .filter(name -> name.equals(channel) || name.startsWith(channel + "$"))
            .toList();
    assertThat(readers).isNotEmpty();
    readers.forEach(reader -> assertConsumer(clients.getConsumer(reader).configuration(), group));
  }

  private static void assertConsumer(Map<String, ?> settings, String group) {
    assertThat(text(settings, "group.id")).isEqualTo(group);
    assertThat(text(settings, "max.poll.records")).isEqualTo("500");
    assertThat(text(settings, "enable.auto.commit")).isEqualTo("false");
    assertThat(text(settings, "auto.commit.interval.ms")).isEqualTo("1000");
    assertThat(text(settings, "auto.offset.reset")).isEqualTo("earliest");
    assertThat(text(settings, "isolation.level")).isEqualTo("read_committed");
    assertThat(text(settings, "session.timeout.ms")).isEqualTo("15000");
    assertThat(text(settings, "partition.assignment.strategy"))
        .isEqualTo(CooperativeStickyAssignor.class.getName());
    assertThat(text(settings, "value.deserializer"))
        .contains(ByteArrayDeserializer.class.getName());
    assertThat(Long.parseLong(text(settings, "default.api.timeout.ms")))
        .as("longer than any outage of the broker that is to be survived")
        .isGreaterThanOrEqualTo(3_600_000);
  }

  /** Checks what the connector, which is no part of the consumer, was told about a channel. */
  public static void assertConnector(Config config, String channel) {
    assertThat(of(config, channel, "batch")).isEqualTo("true");
    assertThat(of(config, channel, "commit-strategy")).isEqualTo("throttled");
    assertThat(of(config, channel, "throttled.unprocessed-record-max-age.ms")).isEqualTo("0");
    assertThat(of(config, channel, "failure-strategy")).isEqualTo("fail");
    assertThat(of(config, channel, "consumer-rebalance-listener.name")).isEqualTo("read-on");
    assertThat(config.getOptionalValue(INCOMING + channel + ".partitions", String.class))
        .as("parallelism is concurrency, never partitions")
        .isEmpty();
  }

  /** Checks what the relay's producer is made with. */
  public static void assertProducer(KafkaEventSender sender) {
    Map<String, ?> settings = sender.producerSettings();
    assertThat(text(settings, "acks")).isEqualTo("all");
    assertThat(text(settings, "enable.idempotence")).isEqualTo("true");
    long request = Long.parseLong(text(settings, "request.timeout.ms"));
    long linger = Long.parseLong(text(settings, "linger.ms"));
    assertThat(Long.parseLong(text(settings, "delivery.timeout.ms")))
        .isBetween(request + linger, 30_000L);
  }

  /** Checks that a machine which vanishes does not keep its locks for hours. */
  public static void assertSessions(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (var wanted :
          Map.of(
                  "tcp_keepalives_idle", "10",
                  "client_connection_check_interval", "5s",
                  "idle_in_transaction_session_timeout", "1min")
              .entrySet()) {
        try (ResultSet row = statement.executeQuery("show " + wanted.getKey())) {
          row.next();
          assertThat(row.getString(1)).as(wanted.getKey()).isEqualTo(wanted.getValue());
        }
      }
    }
  }

  private static String of(Config config, String channel, String name) {
    return config
        .getOptionalValue(INCOMING + channel + "." + name, String.class)
        .orElseGet(() -> config.getValue(CONNECTOR + name, String.class));
  }

  private static String text(Map<String, ?> settings, String name) {
    return String.valueOf(settings.get(name));
  }
}
