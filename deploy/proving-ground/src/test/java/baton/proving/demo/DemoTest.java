package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Home;
import baton.local.keys.LocalKeys;
import baton.testing.Ports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path home;
  private int port = Ports.free();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void whereNothingRunsOneLineSaysWhatToDoAndNothingIsLeftBehind() throws Exception {
    assertThat(run()).isEqualTo(3);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "Baton does not run in " + home + ". Start it with ./baton up, then try again.");
    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void wrongUseIsAnsweredWithTheUsage() {
    assertThat(run("--hurry")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("usage: ./baton demo");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--seed").contains("--minutes");
  }

  @Test
  void aDoorThatStaysClosedEndsItWithOneLine() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> answer(exchange, 400, "{\"detail\":\"not today\"}"));
    server.createContext("/api/followup/v1/balance", exchange -> answer(exchange, 200, "{}"));
    server.start();
    try {
      LocalKeys.in(new Home(home).keys());
      port = server.getAddress().getPort();
      assertThat(run()).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("The demo ended early: PUT /api/routing/v1/pools/")
        .endsWith("was answered 400 not today");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.sendResponseHeaders(status, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private int run(String... arguments) {
    return new Demo(
            home,
            Map.of("BATON_HOME", home.toString(), "BATON_PORT", "" + port),
            new PrintStream(out),
            new PrintStream(errors),
            false)
        .run(List.of(arguments));
  }
}
