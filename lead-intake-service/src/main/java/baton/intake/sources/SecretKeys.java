package baton.intake.sources;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** Keys that seal secrets. They come from the environment, and never from the database. */
@ConfigMapping(prefix = "baton.intake")
interface SecretKeys {

  /**
   * Keys of 32 bytes in base64, as {@code openssl rand -base64 32} makes them. The first seals, all
   * of them open. A new one is put behind, and in front once every instance has started with both,
   * so that none meets what it cannot open; the old one is taken away once all have started so.
   */
  List<String> secretKeys();
}
