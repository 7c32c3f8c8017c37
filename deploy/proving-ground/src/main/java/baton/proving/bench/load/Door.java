package baton.proving.bench.load;

import baton.proving.doors.Call;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A door of intake, of a service on this machine. Requests beyond the number of connections wait
 * for one; all of them are answered within seconds or count as refused.
 */
final class Door {

  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);
  private static final int WAITING = 50_000;
  private static final String LEAD_ID = "\"leadId\":\"";
  private static final int ID_LENGTH = 36;

  private final HttpClient client;
  private final URI service;

  /**
   * @param service like {@code http://127.0.0.1:8081}; nothing but this machine is ever loaded
   */
  Door(Vertx vertx, URI service, int connections) {
    if (!service.getHost().equals("127.0.0.1")) {
      throw new IllegalStateException("not on this machine: " + service);
    }
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(connections).setMaxWaitQueueSize(WAITING));
    this.service = service;
  }

  /** Submits a lead; the id it was given, or null if it was not taken. Never fails. */
  Future<String> submit(Call call) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setHost(service.getHost())
            .setPort(service.getPort())
            .setURI(call.path())
            .setTimeout(PATIENCE);
    call.headers().forEach(request::putHeader);
    return client
        .request(request)
        .compose(opened -> opened.send(Buffer.buffer(call.body())))
        .compose(Door::leadId)
        .otherwise((String) null);
  }

  private static Future<String> leadId(HttpClientResponse response) {
    boolean taken = response.statusCode() / 100 == 2;
    return response.body().map(body -> taken ? leadId(body) : null);
  }

  /** Looked for rather than parsed: the driver shares the machine with what it measures. */
  private static String leadId(Buffer body) {
    String text = body.toString(StandardCharsets.UTF_8);
    int at = text.indexOf(LEAD_ID);
    return at < 0 ? null : text.substring(at + LEAD_ID.length(), at + LEAD_ID.length() + ID_LENGTH);
  }
}
