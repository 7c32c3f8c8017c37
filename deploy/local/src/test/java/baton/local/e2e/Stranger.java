package baton.local.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of another kind on a port that is not its own. To a Kafka client its answer reads like
 * the announcement of a message of more than a gigabyte.
 */
final class Stranger implements AutoCloseable {

  private static final byte[] ANSWER =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server = new ServerSocket();
  private final List<Socket> callers = new ArrayList<>();

  Stranger(int port) throws IOException {
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(this::answer, "stranger");
    thread.setDaemon(true);
    thread.start();
  }

  private void answer() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        callers.add(caller);
        caller.getInputStream().read();
        caller.getOutputStream().write(ANSWER);
      } catch (IOException e) {
        // The caller has gone, or this is closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }
}
