package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
@Timeout(60)
class BodyLimitTest {

  private static final int MEBIBYTE = 1 << 20;

  @TestHTTPResource("/")
  URI root;

  @Test
  void bodyOfExactlyTheLimitIsTaken() {
    given()
        .body(new byte[MEBIBYTE])
        .post("/edge/bytes")
        .then()
        .statusCode(200)
        .body("length", equalTo(MEBIBYTE));
  }

  @Test
  void oneByteMoreIs413() throws Exception {
    HttpResponse<String> answer =
        post("/edge/bytes", HttpRequest.BodyPublishers.ofByteArray(new byte[MEBIBYTE + 1]));
    assertTooLarge(answer);
  }

  @Test
  void announcedLengthIsRefusedBeforeAnyByteIsSent() throws IOException {
    try (Socket socket = connect()) {
      send(socket, head("/edge/bytes", "Content-Length: 99999999"));
      String answer = read(socket);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("problems/body-too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/edge/bytes", "/edge/event-loop-bytes"})
  void chunkedBodyOfExactlyTheLimitIsTaken(String path) throws Exception {
    assertThat(post(path, chunked(MEBIBYTE)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/edge/bytes", "/edge/event-loop-bytes", "/edge/orders"})
  void endlessChunkedBodyIsCutOff(String path) throws IOException {
    try (Socket socket = connect()) {
      send(socket, head(path, "Transfer-Encoding: chunked"));
      long sent = sendUntilHungUp(socket);
      assertThat(sent).isLessThan(64L * MEBIBYTE);
      assertThat(read(socket)).startsWith("HTTP/1.1 413").contains("problems/body-too-large");
    }
  }

  @Test
  void pathWithItsOwnLimitTakesMore() {
    given().body(new byte[2 * MEBIBYTE]).post("/edge/large/bytes").then().statusCode(200);
  }

  @Test
  void pathWithItsOwnLimitHasOneToo() throws Exception {
    assertTooLarge(
        post(
            "/edge/large/bytes",
            HttpRequest.BodyPublishers.ofByteArray(new byte[2 * MEBIBYTE + 1])));
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(root.resolve(path)).POST(body).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher chunked(int bytes) {
    return HttpRequest.BodyPublishers.ofInputStream(
        () -> new java.io.ByteArrayInputStream(new byte[bytes]));
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("https://baton.dev/problems/body-too-large");
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(root.getHost(), root.getPort());
    socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
    return socket;
  }

  private static String head(String path, String framing) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + framing
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** White space, which a JSON parser would read for ever, until the server has answered. */
  private static long sendUntilHungUp(Socket socket) {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try {
      OutputStream out = socket.getOutputStream();
      while (socket.getInputStream().available() == 0 && sent < 64L * MEBIBYTE) {
        out.write(chunk);
        sent += chunk.length;
      }
    } catch (IOException hungUp) {
      // As it should; the answer is read next.
    }
    return sent;
  }

  private static String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    StringBuilder text = new StringBuilder();
    int read;
    while (!text.toString().contains("}") && (read = in.read(buffer)) > 0) {
      text.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
    }
    return text.toString();
  }
}
