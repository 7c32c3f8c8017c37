package baton.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/** One record as it is on the topic. */
record Sample(String topic, String key, JsonNode headers, JsonNode data) {

  static Sample of(JsonNode json) {
    return new Sample(
        json.path("topic").asText(),
        json.path("key").asText(),
        json.path("headers"),
        json.path("data"));
  }

  String header(String name) {
    return headers.path(name).asText(null);
  }

  byte[] payload() {
    return data.toString().getBytes(UTF_8);
  }
}
