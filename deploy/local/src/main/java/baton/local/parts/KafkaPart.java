package baton.local.parts;

import baton.testing.KafkaBroker;
import baton.testing.Ports;
import java.util.Optional;

/** The broker. */
public record KafkaPart(KafkaBroker broker) implements Part {

  /** Its name. */
  public static final String NAME = "kafka";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int port() {
    return broker.port();
  }

  @Override
  public void start() {
    broker.start();
  }

  @Override
  public void stop() {
    broker.stop();
  }

  @Override
  public void kill() {
    broker.kill();
  }

  @Override
  public Optional<Long> pid() {
    return broker.pid();
  }

  @Override
  public boolean isReady() {
    return broker.accepts();
  }

  /** A connection is enough to ask for every two seconds; a client of its own would cost more. */
  @Override
  public boolean isLive() {
    return Ports.answers(broker.port());
  }
}
