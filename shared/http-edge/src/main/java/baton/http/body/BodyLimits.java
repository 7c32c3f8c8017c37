package baton.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;

/**
 * How many bytes a request body may have. {@code quarkus.http.limits.max-body-size} must not be
 * smaller than the largest of these, since it cuts off first and answers without a body; the
 * service does not start otherwise.
 */
@ConfigMapping(prefix = "baton.http.body-limit")
public interface BodyLimits {

  /** For every path that has no limit of its own. */
  @WithName("default")
  @WithDefault("1M")
  MemorySize standard();

  /** By path prefix, such as {@code paths."/v1/imports"=64M}; the longest prefix wins. */
  Map<String, MemorySize> paths();

  /** The limit for a request path, in bytes; a body of exactly this size is taken. */
  default long bytesFor(String path) {
    String longest = "";
    long bytes = standard().asLongValue();
    for (Map.Entry<String, MemorySize> entry : paths().entrySet()) {
      String prefix = entry.getKey();
      if (isUnder(path, prefix) && prefix.length() > longest.length()) {
        longest = prefix;
        bytes = entry.getValue().asLongValue();
      }
    }
    return bytes;
  }

  /**
   * Checks every limit against the server's own.
   *
   * @throws IllegalArgumentException naming the path whose limit could never be reached
   */
  default void mustFitUnder(long ceiling) {
    if (standard().asLongValue() > ceiling) {
      throw new IllegalArgumentException(
          "baton.http.body-limit.default is above quarkus.http.limits.max-body-size");
    }
    paths()
        .forEach(
            (path, limit) -> {
              if (limit.asLongValue() > ceiling) {
                throw new IllegalArgumentException(
                    "the body limit of " + path + " is above quarkus.http.limits.max-body-size");
              }
            });
  }

  private static boolean isUnder(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }
}
