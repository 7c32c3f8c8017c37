package baton.intake.fetching;

import baton.intake.fetching.Fetched.Failed;
import baton.intake.fetching.Fetched.Found;
import baton.intake.sources.Platform;
import baton.intake.webhook.PlatformApis;
import baton.intake.webhook.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks platforms. It follows no redirect, and waits and reads no longer than it takes. */
@Singleton
class PlatformClient {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);
  private static final int SECONDS_IN_ALL = 15;
  private static final int LARGEST = 1 << 20;

  private final PlatformApis apis;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  PlatformClient(PlatformApis apis, ObjectMapper json) {
    this.apis = apis;
    this.json = json;
  }

  /** What the platform says; never fails. */
  CompletableFuture<Fetched> ask(Platform platform, Reference reference, String accessToken) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(platform) + reference.path()))
            .timeout(TO_ANSWER)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + accessToken);
    reference.headers().forEach(request::header);
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request.build(), info -> new LimitedBody(LARGEST));
    return sent.copy()
        .orTimeout(SECONDS_IN_ALL, TimeUnit.SECONDS)
        .whenComplete((response, failure) -> sent.cancel(true))
        .handle(
            (response, failure) ->
                failure == null
                    ? fetched(response)
                    : Failed.because(
                        failure.getCause() instanceof LimitedBody.TooLarge
                            ? FetchFailure.UNREADABLE
                            : FetchFailure.UNREACHABLE));
  }

  private String address(Platform platform) {
    String address =
        switch (platform) {
          case META_LEAD_ADS -> apis.metaUrl();
          case LINKEDIN_LEAD_GEN -> apis.linkedinUrl();
          case HUBSPOT -> apis.hubspotUrl();
          default -> throw new IllegalArgumentException(platform + " is never asked");
        };
    return address.replaceAll("/+$", "");
  }

  private Fetched fetched(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status != 200) {
      return new Failed(failure(status), retryAfter(response));
    }
    try {
      JsonNode said = json.readTree(response.body());
      return said != null && said.isObject()
          ? new Found(said)
          : Failed.because(FetchFailure.UNREADABLE);
    } catch (IOException e) {
      return Failed.because(FetchFailure.UNREADABLE);
    }
  }

  private static FetchFailure failure(int status) {
    return switch (status) {
      case 401, 403 -> FetchFailure.TOKEN_REFUSED;
      case 404, 410 -> FetchFailure.NOT_FOUND;
      case 429 -> FetchFailure.RATE_LIMITED;
      default -> status < 500 ? FetchFailure.REFUSED : FetchFailure.FAILED;
    };
  }

  /** In seconds; a date is not taken, and the platform is asked when it would be anyway. */
  private static Duration retryAfter(HttpResponse<?> response) {
    String given = response.headers().firstValue("Retry-After").orElse("");
    return given.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(given)) : Duration.ZERO;
  }
}
