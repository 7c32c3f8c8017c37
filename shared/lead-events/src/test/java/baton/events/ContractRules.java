package baton.events;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.Topic.Retention;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold of every event type. Each rule is given what it looks at, so that it can be shown
 * something bad.
 */
final class ContractRules {

  private ContractRules() {}

  static void schemaDescribesRecord(String ceType, Class<?> record, JsonNode schema) {
    assertThat(SchemaCheck.errorsOfSchema(schema)).isEmpty();
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asText())
        .isEqualTo("https://baton.dev/schemas/" + ceType + ".json");
    assertThat(schema.path("title").asText()).isNotBlank();
    Shape ofRecord = Shape.of(record);
    Shape ofSchema = Shape.of(schema);
    assertThat(ofSchema.fields()).isEqualTo(ofRecord.fields());
    assertThat(ofSchema.required()).containsAll(ofRecord.required());
    assertThat(ofSchema.fields()).containsKeys(ofSchema.required().toArray(String[]::new));
    everyObjectIsOpenAndEverythingDescribed("", schema);
  }

  private static void everyObjectIsOpenAndEverythingDescribed(String path, JsonNode schema) {
    assertThat(schema.path("description").asText()).as("description of '%s'", path).isNotBlank();
    if (schema.has("properties")) {
      assertThat(schema.path("additionalProperties").asBoolean())
          .as("'%s' is open: evolution is additive", path)
          .isTrue();
    }
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            p -> everyObjectIsOpenAndEverythingDescribed(path + "." + p.getKey(), p.getValue()));
    if (schema.path("items").has("properties")) {
      everyObjectIsOpenAndEverythingDescribed(path + "[]", schema.path("items"));
    }
  }

  static void everyFieldIsClassed(Class<?> record) {
    assertThat(Shape.of(record).classed(Shape.UNCLASSED))
        .as("fields of %s that nobody classed", record.getSimpleName())
        .isEmpty();
  }

  static void tellsNobody(Class<?> record, Retention retention) {
    if (retention != Retention.COMPACTED) {
      assertThat(Shape.of(record).classed("identifying"))
          .as("identifying fields of %s, kept %s", record.getSimpleName(), retention)
          .isEmpty();
    }
  }

  static void sampleFitsSchema(JsonNode schema, Sample sample) {
    assertThat(SchemaCheck.errors(schema, sample.data())).isEmpty();
  }

  static void sampleIsReadAndWrittenBack(Class<? extends Event> record, Sample sample) {
    Event event = EventJson.read(record, sample.payload());
    assertThat(ContractFiles.parse(EventJson.write(event))).isEqualTo(sample.data());
  }

  static void headersAgree(
      String ceType,
      Topic topic,
      Class<? extends Event> record,
      JsonNode headerSchema,
      Sample sample) {
    assertThat(SchemaCheck.errors(headerSchema, sample.headers())).isEmpty();
    Event event = EventJson.read(record, sample.payload());
    assertThat(sample.topic()).isEqualTo(topic.topicName());
    assertThat(sample.key()).isEqualTo(event.subject().toString());
    assertThat(sample.header("ce_subject")).isEqualTo(event.subject().toString());
    assertThat(Instant.parse(sample.header("ce_time"))).isEqualTo(event.at());
    assertThat(sample.header("ce_type")).isEqualTo(ceType);
    if (topic == Topic.ACTIVITY) {
      assertThat(sample.header("ce_source")).doesNotStartWith("/baton");
      assertThat(sample.header("ce_recordedtime")).isNull();
    } else {
      assertThat(sample.header("ce_source")).isEqualTo("/baton/" + topic.owner());
      assertThat(sample.header("ce_correlationid")).isNotNull();
      assertThat(Instant.parse(sample.header("ce_recordedtime"))).isAfterOrEqualTo(event.at());
    }
    boolean counted = topic != Topic.ACTIVITY && topic.retention() != Retention.COMPACTED;
    assertThat(sample.header("ce_sequence") != null)
        .as("ce_sequence on %s", topic.topicName())
        .isEqualTo(counted);
  }

  /** Nothing can be left out of the sample without making it invalid. */
  static void isMinimal(JsonNode schema, Sample sample) {
    List<String> dispensable = new ArrayList<>();
    dispensable(schema, sample.data(), schema, sample.data(), "", dispensable);
    assertThat(dispensable).as("fields that a minimal sample need not have").isEmpty();
  }

  private static void dispensable(
      JsonNode root,
      JsonNode all,
      JsonNode schema,
      JsonNode value,
      String path,
      List<String> found) {
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              String field = property.getKey();
              if (!value.has(field)) {
                return;
              }
              ObjectNode parent = (ObjectNode) value;
              JsonNode removed = parent.remove(field);
              if (SchemaCheck.errors(root, all).isEmpty()) {
                found.add(path + field);
              }
              parent.set(field, removed);
              dispensable(root, all, property.getValue(), removed, path + field + ".", found);
              for (JsonNode element : removed.isArray() ? removed : List.<JsonNode>of()) {
                JsonNode items = property.getValue().path("items");
                dispensable(root, all, items, element, path + field + "[].", found);
              }
            });
  }

  /** Every field that the schema knows is in one of the samples. */
  static void everyFieldIsShown(JsonNode schema, List<Sample> samples) {
    Set<String> shown = new HashSet<>();
    samples.forEach(sample -> shown("", schema, sample.data(), shown));
    assertThat(shown).as("fields in samples").containsAll(Shape.of(schema).fields().keySet());
  }

  private static void shown(String path, JsonNode schema, JsonNode value, Set<String> shown) {
    value
        .fields()
        .forEachRemaining(
            field -> {
              String name = path + field.getKey();
              JsonNode property = schema.path("properties").path(field.getKey());
              shown.add(name);
              shown(name + ".", property, field.getValue(), shown);
              if (field.getValue().isArray()) {
                field
                    .getValue()
                    .forEach(e -> shown(name + "[].", property.path("items"), e, shown));
              }
            });
  }
}
