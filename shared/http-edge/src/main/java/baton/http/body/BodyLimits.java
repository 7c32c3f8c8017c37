package baton.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;

/**
 * How many bytes a request body may have. {@code quarkus.http.limits.max-body-size} must not be
 * smaller than the largest of these: it cuts off first and answers without a body.
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

  private static boolean isUnder(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }
}
