package baton.badexample.logging;

import java.util.logging.Logger;

public class LogsByTheJdk {
  private static final Logger LOG = Logger.getLogger("baton");

  public void log() {
    LOG.info("lead");
  }
}
