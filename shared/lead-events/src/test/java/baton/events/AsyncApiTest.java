package baton.events;

import static baton.events.ContractFiles.asyncApi;
import static org.assertj.core.api.Assertions.assertThat;

import baton.events.AsyncApi.Use;
import baton.events.Topic.Retention;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the AsyncAPI document to the catalogue. */
class AsyncApiTest {

  private final AsyncApi asyncApi = asyncApi();

  @Test
  void itHasTheTopicsOfTheCatalogueAndNoOthers() {
    assertThat(asyncApi.channels().keySet())
        .isEqualTo(Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTopicSaysWhoOwnsItAndHowLongItIsKept(Topic topic) {
    JsonNode channel = asyncApi.channels().get(topic.topicName());
    JsonNode kafka = channel.at("/bindings/kafka");

    assertThat(channel.path("x-baton-owner").asText()).isEqualTo(topic.owner());
    assertThat(channel.path("x-baton-retention").asText())
        .isEqualTo(topic.retention().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(channel.path("description").asText()).contains("Key: ");
    assertThat(kafka.path("topic").asText()).isEqualTo(topic.topicName());
    assertThat(kafka.path("partitions").asInt()).isEqualTo(12);
    assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText())
        .isEqualTo(topic.retention() == Retention.COMPACTED ? "compact" : "delete");
    assertThat(kafka.at("/topicConfiguration").path("retention.ms").asLong(0))
        .isEqualTo(
            Map.of(
                    Retention.FOREVER, -1L,
                    Retention.THIRTY_DAYS, 30L * 24 * 60 * 60 * 1000,
                    Retention.COMPACTED, 0L)
                .get(topic.retention()));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTopicHasTheTypesOfTheCatalogueAndNoOthers(Topic topic) {
    List<String> names =
        asyncApi.messages(asyncApi.channels().get(topic.topicName())).stream()
            .map(message -> message.path("name").asText())
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(EventType::ceType)
                .toList());
  }

  @Test
  void noMessageIsWithoutAType() {
    assertThat(asyncApi.messages()).hasSize(EventType.values().length);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void aMessageLeadsToItsSchemaHeadersAndSample(EventType type) {
    JsonNode message = message(type);

    assertThat(message.at("/payload/$ref").asText())
        .isEqualTo("schemas/" + type.ceType() + ".schema.json")
        .matches(ContractFiles::exists);
    assertThat(message.at("/headers/$ref").asText())
        .isEqualTo("#/components/schemas/cloudEventHeaders");
    assertThat(message.path("x-baton-sample").asText())
        .isEqualTo("samples/" + type.ceType() + ".json")
        .matches(ContractFiles::exists);
    assertThat(message.path("contentType").asText()).isEqualTo("application/json");
    assertThat(message.path("summary").asText()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void examplesAreTheSamples(EventType type) {
    List<List<JsonNode>> samples =
        ContractFiles.samples(type).map(s -> List.of(s.headers(), s.data())).toList();

    for (JsonNode example : message(type).path("examples")) {
      assertThat(samples).contains(List.of(example.path("headers"), example.path("payload")));
    }
  }

  @Test
  void whatIntegrationsReadFirstAndWriteHasExamples() {
    assertThat(message(EventType.LEAD_ASSIGNED).path("examples")).hasSize(1);
    assertThat(message(EventType.ACTIVITY).path("examples")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void aTypeIsPublishedByTheOwnerOfItsTopicAlone(EventType type) {
    Set<Use> published =
        asyncApi.uses().stream()
            .filter(use -> use.ceType().equals(type.ceType()))
            .filter(use -> use.action() == Use.Action.PUBLISHES)
            .collect(Collectors.toSet());

    assertThat(published)
        .containsExactly(
            new Use(
                type.topic().topicName(),
                type.ceType(),
                type.topic().owner(),
                Use.Action.PUBLISHES));
  }

  @Test
  void whoReadsATopicReadsAllItsTypes() {
    Map<List<String>, Long> read =
        asyncApi.uses().stream()
            .collect(
                Collectors.groupingBy(
                    use -> List.of(use.topic(), use.party()), Collectors.counting()));

    read.forEach(
        (topicAndParty, types) ->
            assertThat(types)
                .as("%s", topicAndParty)
                .isEqualTo(
                    Arrays.stream(EventType.values())
                        .filter(type -> type.topic().topicName().equals(topicAndParty.get(0)))
                        .count()));
  }

  private JsonNode message(EventType type) {
    return asyncApi.messages().stream()
        .filter(message -> message.path("name").asText().equals(type.ceType()))
        .findAny()
        .orElseThrow();
  }
}
