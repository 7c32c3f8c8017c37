package baton.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Ports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final CountDownLatch SEEN = new CountDownLatch(1);
  private static final int PORT = Ports.free();
  private static HttpServer service;
  private static FrontDoor door;

  @BeforeAll
  static void open() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newCachedThreadPool());
    service.createContext("/", FrontDoorTest::echo);
    service.createContext("/events", FrontDoorTest::stream);
    service.start();
    int port = service.getAddress().getPort();
    door =
        FrontDoor.open(
            "127.0.0.1",
            PORT,
            new Origins(
                List.of(
                    new Origins.Origin("/api/intake", "lead-intake", List.of(port)),
                    new Origins.Origin("/api/routing", "routing", List.of(Ports.free(), port)),
                    new Origins.Origin("/api/broken", "broken", List.of(hangingUp())),
                    new Origins.Origin("/api/away", "away", List.of(Ports.free())),
                    new Origins.Origin("", "followup-tracker", List.of(port)))));
  }

  @AfterAll
  static void close() {
    door.close();
    service.stop(0);
  }

  @Test
  void takesThePrefixAwayAndSaysWhoCalled() throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            to("/api/intake/v1/leads?cursor=a%20b")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1")
                .POST(HttpRequest.BodyPublishers.ofString("body"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().lines())
        .containsExactly(
            "POST /v1/leads?cursor=a%20b",
            "for 127.0.0.1",
            "proto http",
            "prefix /api/intake",
            "host 127.0.0.1:" + PORT,
            "forwarded null",
            "body");
  }

  @Test
  void givesEverythingOutsideOfApiToTheConsole() throws Exception {
    assertThat(get("/").body()).startsWith("GET /\n").contains("prefix null");
    assertThat(get("/assets/app.js").body()).startsWith("GET /assets/app.js\n");
    assertThat(get("/api/intake").body()).startsWith("GET /\n");
    assertThat(get("/api/intakes/v1").statusCode()).isEqualTo(404);
  }

  @Test
  void goesToAnotherInstanceWhileOneIsAway() throws Exception {
    for (int call = 0; call < 4; call++) {
      assertThat(get("/api/routing/v1/reps").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersForAServiceThatIsAway() throws Exception {
    HttpResponse<String> response = get("/api/away/v1/leads");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("away is not running").contains("\"status\":503");
  }

  @Test
  void saysThatItIsUnknownWhatBecameOfARequestWhoseConnectionBroke() throws Exception {
    HttpResponse<String> response = get("/api/broken/v1/leads");

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    assertThat(response.body()).contains("without an answer");
  }

  @Test
  void passesEventsOnAsTheyCome() throws Exception {
    HttpResponse<java.io.InputStream> response =
        HTTP.send(to("/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("data: first");
      // The service writes the second only now: the first was not held back.
      SEEN.countDown();
      assertThat(reader.readLine()).isEqualTo("data: second");
    }
  }

  /** A service that takes a request and ends the connection, as one does that is killed. */
  private static int hangingUp() throws IOException {
    ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try (Socket caller = server.accept()) {
                  assertThat(caller.getInputStream().read()).isPositive();
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server.getLocalPort();
  }

  private static void echo(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    String text =
        "%s %s\nfor %s\nproto %s\nprefix %s\nhost %s\nforwarded %s\n%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers.getFirst("X-Forwarded-For"),
                headers.getFirst("X-Forwarded-Proto"),
                headers.getFirst("X-Forwarded-Prefix"),
                headers.getFirst("X-Forwarded-Host"),
                headers.getFirst("Forwarded"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("data: first\n".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    try {
      boolean seen = SEEN.await(10, TimeUnit.SECONDS);
      exchange
          .getResponseBody()
          .write((seen ? "data: second\n" : "data: held back\n").getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
        .timeout(java.time.Duration.ofSeconds(10));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
  }
}
