package baton.local;

import baton.local.keys.LocalKeys;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * {@code ./baton recompute}: computes every number from the facts and compares it with the live
 * one. 0 if all are equal, 1 if some are not, 3 if nothing runs.
 */
final class Recompute {

  private static final int DIFFERENT = 1;
  private static final int NOT_RUNNING = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Home home;

  Recompute(Home home) {
    this.home = home;
  }

  int run() {
    String tracker = Service.FOLLOWUP_TRACKER.label();
    for (RunningParts.Found part : RunningParts.found(home)) {
      if (part.name().equals(tracker) && part.answers()) {
        return compare(URI.create("http://127.0.0.1:" + part.port()));
      }
    }
    System.out.println("The " + tracker + " does not run. Start it with ./baton up.");
    return NOT_RUNNING;
  }

  private int compare(URI tracker) {
    HttpRequest request =
        HttpRequest.newBuilder(tracker.resolve("/v1/metrics/recomputation"))
            .header("X-API-Key", LocalKeys.in(home.keys()).of("ops"))
            .timeout(PATIENCE)
            .build();
    String answer = ServiceCall.answered(Service.FOLLOWUP_TRACKER.label(), request);
    return tell(new JsonObject(answer));
  }

  private static int tell(JsonObject comparison) {
    long cells = comparison.getLong("cells");
    long different = comparison.getLong("different");
    if (different == 0) {
      System.out.printf("All numbers are what the facts say (%,d cells).%n", cells);
      return 0;
    }
    System.out.printf("%,d of %,d cells are not what the facts say.%n", different, cells);
    comparison.getJsonArray("differences").forEach(System.out::println);
    return DIFFERENT;
  }
}
