package baton.qualification.decision.persistence;

import baton.qualification.decision.domain.Attribute;
import baton.qualification.decision.domain.Facts;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What is stored as JSON. */
final class StoredJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private StoredJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(Class<T> type, String json) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Facts by path, such as {@code {"email.kind": "COMPANY"}}. */
  static String write(Facts facts) {
    Map<String, String> byPath = new TreeMap<>();
    facts.values().forEach((attribute, value) -> byPath.put(attribute.path(), value));
    return write((Object) byPath);
  }

  static Facts readFacts(String json) {
    try {
      Map<Attribute, String> values = new TreeMap<>();
      MAPPER
          .readValue(json, new TypeReference<Map<String, String>>() {})
          .forEach((path, value) -> values.put(Attribute.at(path), value));
      return new Facts(values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
