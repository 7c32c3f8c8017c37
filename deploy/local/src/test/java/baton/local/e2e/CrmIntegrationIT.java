package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.e2e.Crm.Assigned;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A CRM follows the hand-off with a plain Kafka client and the published contract alone. */
@ExtendWith(SharedSystem.class)
class CrmIntegrationIT {

  private static final Path SCHEMAS =
      Path.of("../../shared/lead-events/src/main/resources/baton/events/schemas");

  @Test
  void itLearnsOfAnAssignmentLooksUpThePersonAndReportsACall(Running baton) throws IOException {
    try (Crm crm = Crm.calling(baton.system.bootstrapServers(), lead -> true)) {
      String lead =
          baton
              .doors
              .submit(UUID.randomUUID().toString(), Doors.lead("ada"))
              .expect(201)
              .text("leadId");
      Assigned assigned =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> assignmentOf(crm, lead), Optional::isPresent)
              .orElseThrow();
      assertThat(assigned.repId()).isEqualTo(Running.repId("sam"));
      assertThat(assigned.data().path("reasons")).isNotEmpty();
      assertThat(mistakes("baton.lead.assigned.v1", assigned.data().toString())).isEmpty();

      Doors.Answer person =
          baton.doors.get("integration", "/api/intake/v1/leads/" + lead).expect(200);
      assertThat(person.text("givenName")).isEqualTo("Markerada");
      baton
          .doors
          .put(
              "integration",
              "/api/intake/v1/leads/" + lead + "/identities/crm",
              Map.of("externalId", "contact-1"))
          .expect(204);

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> baton.doors.types(lead).contains("baton.followup.first-touch.v1"));
    }
  }

  private static Optional<Assigned> assignmentOf(Crm crm, String lead) {
    return crm.assignments().values().stream().filter(a -> a.leadId().equals(lead)).findFirst();
  }

  private static List<Error> mistakes(String type, String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(type + ".schema.json")));
    return schema.validate(json, InputFormat.JSON);
  }
}
