package baton.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for a service: healthy until told to hang; may be told to end at once. */
public final class StubService {

  private static volatile int live = 200;
  private static volatile String key = "";

  private StubService() {}

  public static void main(String[] args) throws IOException {
    if ("end".equals(System.getenv("STUB"))) {
      System.out.println("told to end");
      System.exit(7);
    }
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "ready"));
    server.createContext("/q/health/live", exchange -> answer(exchange, live, "live"));
    server.createContext(
        "/hang",
        exchange -> {
          live = 503;
          answer(exchange, 200, "hanging");
        });
    server.createContext(
        "/v1/api-keys/",
        exchange -> {
          key =
              exchange.getRequestURI()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          answer(exchange, 200, "known");
        });
    server.createContext("/key", exchange -> answer(exchange, 200, key));
    server.createContext(
        "/environment",
        exchange -> answer(exchange, 200, System.getenv(exchange.getRequestURI().getQuery()) + ""));
    server.createContext(
        "/pid", exchange -> answer(exchange, 200, "" + ProcessHandle.current().pid()));
    server.start();
    System.out.println("stub listens on " + port);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
