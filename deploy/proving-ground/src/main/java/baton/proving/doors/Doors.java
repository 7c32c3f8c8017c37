package baton.proving.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes requests to the one origin of a system. Safe for any number of threads. */
@FunctionalInterface
public interface Doors {

  /** Sends it; what comes back is an answer, whatever its status. */
  Answer send(Call call);

  /**
   * All entries of a paged list.
   *
   * @throws DoorClosed if a page is not answered with 2xx
   */
  default List<JsonNode> all(String role, String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String next = null;
    do {
      String cursor =
          next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      Call call = Call.get(role, path + separator + "limit=200" + cursor);
      Answer answer = send(call);
      if (!answer.isDone()) {
        throw new DoorClosed(call, answer);
      }
      answer.json().path("items").forEach(items::add);
      JsonNode after = answer.json().path("next");
      next = after.isTextual() ? after.asText() : null;
    } while (next != null);
    return items;
  }
}
