package baton.local;

import baton.local.keys.ApiKey;
import baton.local.keys.LocalKeys;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./baton key ROLE NAME [SUBJECT]}: makes a key and tells every service its digest, so that
 * a person works with all of them by one key. It is shown once and kept nowhere. 3 if not all
 * services run.
 */
final class MakeKey {

  private static final int NOT_RUNNING = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Home home;

  MakeKey(Home home) {
    this.home = home;
  }

  int run(List<String> arguments) {
    if (arguments.size() == 3 && arguments.get(0).equals("rep") && !isId(arguments.get(2))) {
      throw new Refusal("The subject of a rep's key is the id of the rep, a UUID.");
    }
    if (arguments.size() < 2
        || arguments.size() > 3
        || !LocalKeys.ROLES.contains(arguments.get(0))) {
      return Main.misused();
    }
    List<RunningParts.Found> services = services();
    if (services.size() < Service.values().length) {
      System.err.println("Not all services run. Start them with ./baton up.");
      return NOT_RUNNING;
    }
    ApiKey key = ApiKey.random(arguments.get(0));
    JsonObject known =
        new JsonObject()
            .put("role", key.role())
            .put("name", arguments.get(1))
            .put("sha256", key.sha256());
    if (arguments.size() == 3) {
      known.put("subject", arguments.get(2));
    }
    services.forEach(service -> tell(service, key, known));
    System.out.println(key.text());
    return 0;
  }

  private static boolean isId(String subject) {
    try {
      return UUID.fromString(subject).toString().equals(subject);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** One instance of each: the instances of a service share what they know. */
  private List<RunningParts.Found> services() {
    Set<String> labels =
        Stream.of(Service.values()).map(Service::label).collect(Collectors.toSet());
    return RunningParts.found(home).stream()
        .filter(part -> labels.contains(part.name()) && part.answers())
        .toList();
  }

  private void tell(RunningParts.Found service, ApiKey key, JsonObject known) {
    URI address = URI.create("http://127.0.0.1:" + service.port() + "/v1/api-keys/" + key.prefix());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("X-API-Key", LocalKeys.in(home.keys()).of("admin"))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .PUT(HttpRequest.BodyPublishers.ofString(known.encode()))
            .build();
    ServiceCall.answered(service.name(), request);
  }
}
