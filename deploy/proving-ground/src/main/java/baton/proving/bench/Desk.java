package baton.proving.bench;

import baton.local.LocalSystem;
import baton.local.Service;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What people do at a system: few requests, none of which is measured. */
record Desk(LocalSystem system) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Hires people who can have this many open leads together, all in one pool. */
  void hire(long leads) {
    int capacity = 1_000;
    StringBuilder roster = new StringBuilder("email,name,zone,capacity,team,pools\n");
    for (int i = 0; i <= leads / capacity + 10; i++) {
      roster.append(
          "rep%d@sales.example,Rep %d,Europe/Berlin,%d,North,default\n".formatted(i, i, capacity));
    }
    send(
        request("manager", Service.ROUTING, "/v1/roster/import")
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(roster.toString())));
  }

  /** What a service's balance is out by: 0, or there is a defect. */
  long balanceDifference(Service service) {
    return send(request("ops", service, "/v1/balance").GET()).getLong("difference");
  }

  private HttpRequest.Builder request(String role, Service service, String path) {
    URI address = system.instances(service).get(0).resolve(path);
    return HttpRequest.newBuilder(address).timeout(PATIENCE).header("X-API-Key", system.key(role));
  }

  private static JsonObject send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            response.uri() + " answered " + response.statusCode() + ": " + response.body());
      }
      return new JsonObject(response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
