package baton.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The APIs of all platforms on one port; they know what a test told them. For all tests of the
 * module: a second application in one JVM answers no problem (a library keeps the first one's).
 */
public final class FakePlatforms implements QuarkusTestResourceLifecycleManager {

  private static final Map<String, Deque<Told>> ANSWERS = new ConcurrentHashMap<>();
  private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

  private HttpServer server;

  /** An answer. */
  record Told(int status, Map<String, String> headers, String body) {}

  /** A request. */
  record Asked(String path, String query, String authorization, String version) {}

  /** What is answered at this path, one after the other; the last one for good. */
  static void know(String path, Told... answers) {
    ANSWERS.put(path, new ConcurrentLinkedDeque<>(List.of(answers)));
  }

  static Told found(String body) {
    return new Told(200, Map.of(), body);
  }

  static Told failed(int status) {
    return new Told(status, Map.of(), "{\"error\": \"an example\"}");
  }

  static List<Asked> asked(String path) {
    return ASKED.stream().filter(one -> one.path().equals(path)).toList();
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", FakePlatforms::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "baton.intake.platform.meta-url", address + "/meta/v24.0",
        "baton.intake.platform.hubspot-url", address + "/hubspot/",
        "baton.intake.platform.linkedin-url", address + "/linkedin");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    ASKED.add(
        new Asked(
            path,
            exchange.getRequestURI().getQuery(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("LinkedIn-Version")));
    Deque<Told> answers = ANSWERS.getOrDefault(path, new ConcurrentLinkedDeque<>());
    Told told = answers.size() > 1 ? answers.poll() : answers.peek();
    Told given = told == null ? failed(404) : told;
    byte[] body = given.body().getBytes(UTF_8);
    given.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
