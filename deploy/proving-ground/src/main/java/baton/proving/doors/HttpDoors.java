package baton.proving.doors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The doors over HTTP; each request is sent once. */
public final class HttpDoors implements Doors {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI origin;
  private final UnaryOperator<String> keys;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param origin without a slash at its end
   * @param keys the API key of a role
   */
  public HttpDoors(URI origin, UnaryOperator<String> keys) {
    this.origin = origin;
    this.keys = keys;
  }

  @Override
  public Answer send(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + call.path()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                call.method(),
                call.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(call.body()));
    if (call.role() != null) {
      request.header("X-API-Key", keys.apply(call.role()));
    }
    call.headers().forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Answer.of(response.statusCode(), response.body());
    } catch (IOException e) {
      return Answer.none(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.none(e);
    }
  }
}
