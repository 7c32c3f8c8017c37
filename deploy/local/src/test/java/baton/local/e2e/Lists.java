package baton.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The door of lists, as Marketing goes through it: the mapping that is suggested is confirmed. */
record Lists(Doors doors) {

  private static final String IMPORTS = "/api/intake/v1/imports";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  void source(String id) {
    doors
        .put(
            "marketing",
            "/api/intake/v1/sources/" + id,
            Map.of("name", "Lists", "platform", "GENERIC"))
        .expect(201);
  }

  /** Uploads a list, and has all of it written. */
  String write(String source, String list, String kind) {
    String id = upload(source, list);
    confirm(id, kind);
    start(id);
    awaitDone(id);
    return id;
  }

  String upload(String source, String list) {
    return doors
        .postFile(IMPORTS + "?name=list.csv&source=" + source, list.getBytes(UTF_8))
        .expect(201)
        .text("id");
  }

  void confirm(String id, String kind) {
    doors
        .put(
            "marketing",
            IMPORTS + "/" + id + "/mapping",
            Map.of("kind", kind, "columns", get(id).path("suggestion")))
        .expect(200);
  }

  void start(String id) {
    doors.post("marketing", IMPORTS + "/" + id + "/start", Map.of()).expect(200);
  }

  void awaitDone(String id) {
    await().atMost(PATIENCE).until(() -> get(id).path("state").asText().equals("DONE"));
  }

  int done(String id) {
    return get(id).path("done").path("rows").asInt();
  }

  JsonNode get(String id) {
    return doors.get("ops", IMPORTS + "/" + id).json();
  }

  /** What became of its rows, in their order. */
  List<JsonNode> rows(String id) {
    return doors.all("ops", IMPORTS + "/" + id + "/rows");
  }
}
