package baton.http.openapi;

import baton.http.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once for every operation that anything but success is a problem, and lists the types. The
 * security scheme {@code apiKey} comes from {@code quarkus.smallrye-openapi.*} in the shared
 * defaults.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

  private static final String NAME = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(NAME, schema());
    api.getComponents().addResponse(NAME, response());
    if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
      return;
    }
    api.getPaths().getPathItems().values().stream()
        .map(path -> path.getOperations().values())
        .flatMap(java.util.Collection::stream)
        .forEach(
            operation -> {
              if (operation.getResponses() == null) {
                operation.setResponses(OASFactory.createAPIResponses());
              }
              operation
                  .getResponses()
                  .addAPIResponse("default", OASFactory.createAPIResponse().ref(NAME));
            });
  }

  private static APIResponse response() {
    return OASFactory.createAPIResponse()
        .description("A problem (RFC 9457); its type says which")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME))));
  }

  private static Schema schema() {
    Schema type = text("The stable kind of problem");
    for (ProblemType known : ProblemType.values()) {
      type.addEnumeration(known.uri().toString());
    }
    Schema error =
        object(
            Map.of(
                "pointer", text("JSON pointer into the body"),
                "parameter", text("Name of a query, path or header parameter"),
                "detail", text("What is wrong")));
    Schema problem =
        object(
            Map.of(
                "type", type,
                "title", text("The same for every occurrence"),
                "detail", text("What is wrong this time"),
                "instance", text("The path"),
                "correlationId", text("Finds the request in the logs")));
    problem.addProperty("status", number("The HTTP status"));
    problem.addProperty("line", number("Where JSON is malformed, from 1"));
    problem.addProperty("column", number("Where JSON is malformed, from 1"));
    problem.addProperty(
        "errors",
        OASFactory.createSchema()
            .addType(Schema.SchemaType.ARRAY)
            .items(error)
            .description("Everything that is wrong"));
    return problem;
  }

  private static Schema object(Map<String, Schema> properties) {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    properties.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(property -> schema.addProperty(property.getKey(), property.getValue()));
    return schema;
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }

  private static Schema number(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description(description);
  }
}
