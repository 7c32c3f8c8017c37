package baton.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A command's request to a service that runs on this machine. */
final class ServiceCall {

  private ServiceCall() {}

  /**
   * What the service answered.
   *
   * @throws Refusal if it does not answer, or not with 2xx
   */
  static String answered(String service, HttpRequest request) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new Refusal(
            "%s answered %d: %s".formatted(service, answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new Refusal("%s did not answer: %s".formatted(service, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.");
    }
  }
}
