package baton.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates against JSON Schema 2020-12; formats are asserted, too. */
final class SchemaCheck {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema META_SCHEMA =
      REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  private SchemaCheck() {}

  /** What is wrong with the value; empty if it fits. */
  static List<String> errors(JsonNode schema, JsonNode value) {
    return errors(REGISTRY.getSchema(schema.toString(), InputFormat.JSON), value);
  }

  /** What is wrong with the schema itself; empty if it is one. */
  static List<String> errorsOfSchema(JsonNode schema) {
    return errors(META_SCHEMA, schema);
  }

  private static List<String> errors(Schema schema, JsonNode value) {
    return schema
        .validate(
            value.toString(),
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
