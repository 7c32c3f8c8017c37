package baton.proving.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a door answered.
 *
 * @param status 0 if there was no answer: nobody listens, or the process died under the request
 * @param json missing if the body is none
 * @param body as it came; without an answer, why there was none
 */
public record Answer(int status, JsonNode json, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;

  static Answer of(int status, String body) {
    try {
      return new Answer(status, JSON.readTree(body), body);
    } catch (JsonProcessingException notJson) {
      return new Answer(status, MissingNode.getInstance(), body);
    }
  }

  static Answer none(Exception why) {
    return new Answer(0, MissingNode.getInstance(), String.valueOf(why.getMessage()));
  }

  public boolean isDone() {
    return status / 100 == 2;
  }

  /**
   * Whether the same request may be answered otherwise in a moment: nobody is there, the door is
   * busy, or somebody else changes the same thing.
   */
  public boolean mayPass() {
    return status == 0 || status == 409 || status == 429 || status / 100 == 5;
  }

  /** A member of the answer, or null. */
  public String text(String member) {
    return json.path(member).asText(null);
  }

  /** For messages: the problem's own words if it has some. */
  public String inShort() {
    if (status == 0) {
      return "no answer (" + body + ")";
    }
    String words = json.path("detail").asText(json.path("title").asText(body));
    if (json.path("errors").isArray()) {
      words += " " + json.path("errors");
    }
    String line = words.replaceAll("\\s+", " ");
    return status + " " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }
}
