package baton.local.e2e;

import baton.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The HTTP doors of a running system. */
final class Doors {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LocalSystem system;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Doors(LocalSystem system) {
    this.system = system;
  }

  /** What a door answered. */
  record Answer(int status, JsonNode json, String body) {
    Answer expect(int... statuses) {
      for (int expected : statuses) {
        if (status == expected) {
          return this;
        }
      }
      throw new AssertionError("answered " + status + ": " + body);
    }

    String text(String field) {
      return json.path(field).asText(null);
    }
  }

  Answer get(String role, String path) {
    return send(request(role, path).GET());
  }

  /** Asks without a key. */
  Answer getAsNobody(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(system.baseUrl() + path)).timeout(PATIENCE).GET());
  }

  Answer put(String role, String path, Object body) {
    return send(request(role, path).PUT(json(body)));
  }

  Answer post(String role, String path, Object body) {
    return send(request(role, path).POST(json(body)));
  }

  /** Posts a table. */
  Answer postCsv(String role, String path, String csv) {
    return send(
        HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
            .timeout(PATIENCE)
            .header("Content-Type", "text/csv")
            .header("X-API-Key", system.key(role))
            .POST(HttpRequest.BodyPublishers.ofString(csv)));
  }

  /** Uploads a file, as Marketing does. */
  Answer postFile(String path, byte[] file) {
    return send(
        HttpRequest.newBuilder(system.baseUrl().resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "text/csv")
            .header("X-API-Key", system.key("marketing"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  Answer delete(String role, String path) {
    return send(request(role, path).DELETE());
  }

  /** Submits a lead under this name; the same name again is the same request. */
  Answer submit(String key, Map<String, ?> lead) {
    return send(
        request("source", "/api/intake/v1/leads").header("Idempotency-Key", key).POST(json(lead)));
  }

  /** Posts raw bytes with these headers and without an API key. */
  Answer postSigned(String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.baseUrl().resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return send(request);
  }

  /** All entries of a paged list. */
  List<JsonNode> all(String role, String path) {
    List<JsonNode> items = new ArrayList<>();
    String next = null;
    do {
      String separator = path.contains("?") ? "&" : "?";
      String page = path + separator + "limit=200" + (next == null ? "" : "&cursor=" + next);
      Answer answer = get(role, page).expect(200);
      answer.json().path("items").forEach(items::add);
      next = answer.json().path("next").asText(null);
    } while (next != null && !next.equals("null"));
    return items;
  }

  /** The timeline of a lead, empty if nothing is known of it yet. */
  List<JsonNode> timeline(String leadId) {
    String path = "/api/followup/v1/leads/" + leadId + "/timeline";
    if (get("ops", path).status() == 404) {
      return List.of();
    }
    return all("ops", path);
  }

  /** The types of the entries of a timeline. */
  List<String> types(String leadId) {
    return timeline(leadId).stream().map(entry -> entry.path("type").asText()).toList();
  }

  static Map<String, Object> lead(String name) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", "marker." + name + "@buyers.example");
    lead.put("givenName", "Marker" + name);
    lead.put("familyName", "Person");
    lead.put("title", "Head of Purchasing");
    lead.put("company", "Example Industries");
    lead.put("country", "DE");
    lead.put("employees", 400);
    lead.put("campaign", "spring");
    return lead;
  }

  private HttpRequest.Builder request(String role, String path) {
    return HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-API-Key", system.key(role));
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()), response.body());
    } catch (IOException e) {
      // No answer at all: what a sender sees when a process dies under its request.
      return new Answer(0, JSON.createObjectNode(), String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
