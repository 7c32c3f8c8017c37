package baton.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.events.EventJson;
import baton.events.qualification.LeadNurtured;
import baton.qualification.Incoming.Message;
import baton.testing.BatonInfrastructure;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that a topic lost or that cannot be applied, on a real broker and through the doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "qualification"))
class LostAndParkedTest extends AtTheDoors {

  private final UUID first = UuidCreator.getTimeOrderedEpoch();
  private final UUID second = UuidCreator.getTimeOrderedEpoch();

  @Test
  void anEventThatATopicLostIsNamedUntilItComes() {
    Message lost = lead.received(first, 0, Incoming.NOTHING);
    Message alsoLost = lead.touchpoint(UuidCreator.getTimeOrderedEpoch(), 1, Incoming.NOTHING);
    topics.send(lead.touchpoint(second, 2, Incoming.NOTHING).read());

    await().atMost(PATIENCE).until(() -> !gaps().isEmpty());
    assertThat(gaps())
        .containsExactly(
            Map.of(
                "topic", "baton.intake", "subject", lead.lead.toString(), "first", 1, "last", 2));

    topics.send(lost.read());
    await().atMost(PATIENCE).until(() -> gaps().get(0).get("first").equals(2));
    topics.send(alsoLost.read());
    assertThat(because(decisions(3))).startsWith(first).endsWith(second);
    await().atMost(PATIENCE).until(() -> gaps().isEmpty());
  }

  private enum Spoiled {
    MALFORMED,
    OVERSIZED,
    UNKNOWN_VERSION
  }

  @ParameterizedTest
  @EnumSource(Spoiled.class)
  void aSpoiledEventParksOthersFlowAndItsLeadWaitsUntilItIsReplayed(Spoiled how) throws Exception {
    Message good = lead.received(first, 0, Incoming.NOTHING);
    send(good, how);
    topics.send(lead.touchpoint(second, 1, Incoming.NOTHING).read());
    Incoming other = new Incoming();
    topics.send(other.received(UuidCreator.getTimeOrderedEpoch(), 2, Incoming.NOTHING).read());

    probe.await(record -> record.key().equals(other.lead.toString()), PATIENCE);
    await().atMost(PATIENCE).until(() -> parked().size() == 1);
    assertThat(gaps()).as("what is parked is not missing").isEmpty();
    String id = parked().get(0).get("id").toString();
    as("ops").post("/v1/parked/{id}/replay", id).then().statusCode(409);
    assertThat(ofLead()).isEmpty();

    mend(id, good);
    as("ops").post("/v1/parked/{id}/replay", id).then().statusCode(204);
    assertThat(because(decisions(2))).containsExactly(first, second);
    assertThat(parked()).isEmpty();
  }

  private void send(Message good, Spoiled how) {
    Map<String, String> headers = new HashMap<>(good.headers());
    String payload = new String(good.read().value(), StandardCharsets.UTF_8);
    switch (how) {
      case MALFORMED -> payload = payload.substring(1);
      case OVERSIZED -> payload = payload + " ".repeat(300_000);
      case UNKNOWN_VERSION -> headers.put("ce_type", "baton.lead.received.v99");
    }
    byte[] value = payload.getBytes(StandardCharsets.UTF_8);
    topics.send("baton.intake", lead.lead.toString(), value, headers);
  }

  /** As a later version of the service would understand it. */
  private void mend(String id, Message good) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement("update parked set payload = ?, type = ? where id = ?")) {
      update.setBytes(1, good.read().value());
      update.setString(2, good.headers().get("ce_type"));
      update.setObject(3, UUID.fromString(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private List<ConsumerRecord<String, byte[]>> ofLead() {
    return probe.readToEnd().stream()
        .filter(record -> record.key().equals(lead.lead.toString()))
        .toList();
  }

  private static List<UUID> because(List<ConsumerRecord<String, byte[]>> decisions) {
    return decisions.stream()
        .map(record -> EventJson.read(LeadNurtured.class, record.value()).receipt().becauseOf())
        .toList();
  }

  private List<Map<String, Object>> gaps() {
    return items("/v1/event-log/gaps");
  }

  private List<Map<String, Object>> parked() {
    return items("/v1/parked");
  }

  /** The items of this lead. */
  private List<Map<String, Object>> items(String path) {
    List<Map<String, Object>> items =
        as("ops").get(path).then().statusCode(200).extract().path("items");
    return items.stream().filter(item -> lead.lead.toString().equals(item.get("subject"))).toList();
  }
}
