package baton.qualification;

import static io.restassured.RestAssured.given;

import baton.eventlog.conformance.TopicWriter;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A lead whose events come in over a real broker, what is decided about it, and who asks. */
abstract class AtTheDoors {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  final Incoming lead = new Incoming();
  @Inject DataSource database;
  TopicWriter topics;
  Probe probe;

  @BeforeEach
  void connect() throws Exception {
    topics = new TopicWriter("baton.intake", "baton.followup");
    probe = BatonInfrastructure.probe("baton.qualification");
  }

  @AfterEach
  void disconnect() {
    topics.close();
    probe.close();
  }

  /** The decisions about the lead, as soon as there are so many. */
  List<ConsumerRecord<String, byte[]>> decisions(int count) {
    return probe.await(count, record -> record.key().equals(lead.lead.toString()), PATIENCE);
  }

  static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role));
  }
}
