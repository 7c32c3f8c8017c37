package baton.local.parts;

import baton.testing.PostgresServer;
import java.util.Optional;

/** The database server. */
public record PostgresPart(PostgresServer server) implements Part {

  /** Its name. */
  public static final String NAME = "postgres";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public Optional<Long> pid() {
    return server.pid();
  }

  @Override
  public boolean isReady() {
    return server.accepts();
  }

  @Override
  public boolean isLive() {
    return server.accepts();
  }
}
