package baton.http.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keys that all services know, from the environment: {@code baton.keys[0]}, {@code baton.keys[1]},
 * ... ({@code BATON_KEYS_0_} and so on), each {@code role:name:prefix:sha256hex} or {@code
 * role:name:prefix:sha256hex:subject}. They need no database and cannot be revoked but by a
 * restart.
 */
@ConfigMapping(prefix = "baton.keys")
public interface ConfiguredKeys {

  /** The entries as written. */
  @WithParentName
  Optional<List<String>> entries();

  /**
   * One entry read.
   *
   * @throws IllegalArgumentException naming what is wrong, without the digest
   */
  static KeyHolder read(String entry) {
    String[] parts = entry.trim().split(":", 5);
    if (parts.length < 4) {
      throw new IllegalArgumentException(
          "an entry of baton.keys is role:name:prefix:sha256hex[:subject]");
    }
    if (!Roles.ALL.contains(parts[0])) {
      throw new IllegalArgumentException("unknown role in baton.keys: " + parts[0]);
    }
    if (parts[1].isBlank() || !parts[2].matches(ApiKeyText.PREFIX)) {
      throw new IllegalArgumentException("name or prefix missing in baton.keys: " + parts[1]);
    }
    if (!parts[3].matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hex in baton.keys: " + parts[1]);
    }
    String subject = parts.length == 5 && !parts[4].isBlank() ? parts[4] : null;
    return new KeyHolder(parts[2], HexFormat.of().parseHex(parts[3]), parts[0], parts[1], subject);
  }
}
