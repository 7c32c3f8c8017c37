package baton.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The fields of an event, by path ({@code receipt.criteria[].kind}), each with its type and class;
 * and the paths that are required. Of a record and of a schema alike, so that the two can be
 * compared.
 *
 * <p>A record can say of primitives only that they are required.
 */
record Shape(Map<String, String> fields, Set<String> required) {

  static final String UNCLASSED = "unclassed";
  private static final Map<Type, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(UUID.class, "string uuid"),
          Map.entry(Instant.class, "string date-time"),
          Map.entry(LocalDate.class, "string date"),
          Map.entry(LocalTime.class, "string pattern"),
          Map.entry(int.class, "integer int32"),
          Map.entry(Integer.class, "integer int32"),
          Map.entry(long.class, "integer int64"),
          Map.entry(Long.class, "integer int64"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"));

  static Shape of(Class<?> record) {
    Shape shape = new Shape(new TreeMap<>(), new TreeSet<>());
    shape.addRecord("", record, false);
    return shape;
  }

  static Shape of(JsonNode schema) {
    Shape shape = new Shape(new TreeMap<>(), new TreeSet<>());
    shape.addObject("", schema);
    return shape;
  }

  /** Paths of the fields that are of this class. */
  List<String> classed(String wanted) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().endsWith(", " + wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void addRecord(String path, Class<?> record, boolean identifying) {
    for (RecordComponent component : record.getRecordComponents()) {
      String field = path + component.getName();
      if (component.getType().isPrimitive()) {
        required.add(field);
      }
      boolean tells = identifying || component.isAnnotationPresent(Identifying.class);
      boolean describes =
          component.isAnnotationPresent(Descriptive.class)
              || record.isAnnotationPresent(Descriptive.class);
      addField(
          field,
          component.getGenericType(),
          tells ? "identifying" : describes ? "descriptive" : UNCLASSED);
    }
  }

  private void addField(String field, Type type, String cls) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean list = generic.getRawType() == List.class;
      if (!list && (generic.getRawType() != Map.class || arguments[0] != String.class)) {
        throw new AssertionError(field + ": only List<...> and Map<String, ...>, not " + type);
      }
      addElements(field, list ? "array" : "map", arguments[arguments.length - 1], cls);
    } else if (type instanceof Class<?> nested && nested.isRecord()) {
      fields.put(field, "object" + (cls.equals(UNCLASSED) ? ", " + cls : ""));
      addRecord(field + ".", nested, cls.equals("identifying"));
    } else {
      fields.put(field, scalar(field, type) + ", " + cls);
    }
  }

  private void addElements(String field, String kind, Type element, String cls) {
    if (element instanceof Class<?> nested && nested.isRecord()) {
      fields.put(field, kind + (cls.equals(UNCLASSED) ? ", " + cls : ""));
      addRecord(field + (kind.equals("array") ? "[]." : "{}."), nested, cls.equals("identifying"));
    } else {
      fields.put(field, kind + " of " + scalar(field, element) + ", " + cls);
    }
  }

  private static String scalar(String field, Type type) {
    if (type instanceof Class<?> c && c.isEnum()) {
      return "string " + Arrays.stream(c.getEnumConstants()).map(Object::toString).toList();
    }
    if (!SCALARS.containsKey(type)) {
      throw new AssertionError(field + ": no JSON form is agreed for " + type);
    }
    return SCALARS.get(type);
  }

  private void addObject(String path, JsonNode schema) {
    schema.path("required").forEach(name -> required.add(path + name.asText()));
    schema
        .path("properties")
        .fields()
        .forEachRemaining(property -> addProperty(path + property.getKey(), property.getValue()));
  }

  private void addProperty(String field, JsonNode schema) {
    String cls = ", " + schema.path("x-baton-class").asText(UNCLASSED);
    switch (schema.path("type").asText()) {
      case "array" -> addElements(field, "array", "[].", schema.path("items"), cls);
      case "object" -> {
        if (schema.has("properties")) {
          fields.put(field, "object");
          addObject(field + ".", schema);
        } else {
          addElements(field, "map", "{}.", schema.path("additionalProperties"), cls);
        }
      }
      default -> fields.put(field, scalar(schema) + cls);
    }
  }

  private void addElements(String field, String kind, String step, JsonNode element, String cls) {
    if (element.has("properties")) {
      fields.put(field, kind);
      addObject(field + step, element);
    } else {
      fields.put(field, kind + " of " + scalar(element) + cls);
    }
  }

  private static String scalar(JsonNode schema) {
    String type = schema.path("type").asText("untyped");
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(value.asText()));
      return type + " " + values;
    }
    if (schema.has("format")) {
      return type + " " + schema.path("format").asText();
    }
    return schema.has("pattern") ? type + " pattern" : type;
  }
}
