package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for an owner, and what waits for an operator. */
@ExtendWith(Console.Opened.class)
class HeldAndParkedIT {

  private static Console console;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void heldLeadsStandInTheOrderInWhichTheyAreServedWithTheirReasons() {
    try (Visit visit = console.as("marketing").at("#/held")) {
      List<JsonNode> held = console.played().doors().all("marketing", "/api/routing/v1/held");
      assertThat(held).isNotEmpty();
      assertThat(visit.find("held-page tbody tr").count()).isEqualTo(Math.min(100, held.size()));
      assertThat(visit.find("held-page tbody th a").first().getAttribute("href"))
          .endsWith(held.get(0).path("leadId").asText());
      int tallied =
          visit.find("held-page .tallies strong").allInnerTexts().stream()
              .mapToInt(Integer::parseInt)
              .sum();
      assertThat(tallied).isEqualTo(Math.min(100, held.size()));
      assertThat(visit.find("text=Give to…").count()).isZero();
    }
  }

  @Test
  void aManagerGivesAHeldLeadToARep() {
    OwnLeads rep = OwnLeads.of(console.played(), "Given Held", 0);
    try (Visit visit = console.as("manager").at("#/held")) {
      Locator row = visit.find("held-page tbody tr").first();
      String lead = row.locator("th a").getAttribute("href").replaceAll(".*/", "");
      row.locator("text=Give to…").click();
      visit.find("#give-rep").selectOption(rep.repId().toString());
      visit.find("held-page dialog button.main").click();
      visit.find("held-page dialog .problem").waitFor();
      assertThat(visit.text("held-page dialog .problem")).isNotBlank();

      visit.find("held-page input[name=beyond]").check();
      visit.find("held-page dialog button.main").click();
      visit.find(".toast[data-shown=true]:has-text('Given Held')").waitFor();
      assertThat(
              console
                  .all("/api/routing/v1/leads/" + lead + "/assignments")
                  .get(0)
                  .path("repId")
                  .asText())
          .isEqualTo(rep.repId().toString());
    }
  }

  @Test
  void aParkedEventIsReplayedInVainAndThenDiscarded() {
    String lead = console.played().report().leads().get(0).leadId().toString();
    park(lead);
    try (Visit visit = console.as("ops").at("#/parked")) {
      Locator row = visit.find("parked-page tbody tr:has-text('unknown reason code')");
      row.first().waitFor();
      row.first().locator("text=Replay").click();
      visit.find("parked-page > problem-note").waitFor();
      assertThat(visit.text("parked-page > problem-note")).contains("stays parked");

      row.first().locator("text=Discard").click();
      visit.find("parked-page dialog button.danger").click();
      visit.find(".toast[data-shown=true]:has-text('Discarded')").waitFor();
      row.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(visit.text("parked-page")).contains("Nothing is parked");
    }
  }

  /** An activity with a reason code that nobody configured, on the topic. */
  private static void park(String lead) {
    String activity =
        """
        {"source":"crm","activityId":"%s","leadId":"%s","repId":"%s","type":"DISPOSITION",
         "disposition":"LOST","reasonCode":"NO_SUCH_CODE","occurredAt":"2026-03-02T10:00:00Z"}"""
            .formatted(UUID.randomUUID(), lead, anybody());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", console.played().system().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>("baton.activity", lead, activity.getBytes(StandardCharsets.UTF_8));
      Map.of(
              "ce_id", UUID.randomUUID().toString(),
              "ce_type", "baton.activity.v1",
              "ce_source", "/crm",
              "ce_subject", lead,
              "ce_time", "2026-03-02T10:00:00Z",
              "content-type", "application/json")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
    }
  }

  private static String anybody() {
    return console.all("/api/routing/v1/reps").get(0).path("repId").asText();
  }
}
