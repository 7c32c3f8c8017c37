package baton.proving.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a service says of itself at {@code /q/metrics}. */
record Gauges(URI service) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Seconds since everything that was committed was known to be sent. */
  double relayLag() {
    return sum(read(), "baton_relay_lag_seconds", "");
  }

  /** Events of this topic that were applied. */
  long applied(String topic) {
    return (long) sum(read(), "baton_inbox_applied_total", "topic=\"" + topic + "\"");
  }

  /**
   * The sum of all lines of a metric whose labels contain this text; 0 if there is none.
   *
   * @param text in Prometheus's format
   */
  static double sum(String text, String metric, String label) {
    return text.lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .filter(line -> line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Bytes of the heap that are in use, garbage included. */
  long heap() {
    return (long) sum(read(), "jvm_memory_used_bytes", "area=\"heap\"");
  }

  private String read() {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(service.resolve("/q/metrics"))
                  .header("Accept", "text/plain")
                  .timeout(PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
