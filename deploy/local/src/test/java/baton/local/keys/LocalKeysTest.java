package baton.local.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {

  @TempDir Path directory;

  @Test
  void makesADifferentKeyForEachRoleAndKeepsThem() {
    LocalKeys first = LocalKeys.in(directory.resolve("keys"));
    LocalKeys second = LocalKeys.in(directory.resolve("keys"));

    assertThat(LocalKeys.ROLES)
        .allSatisfy(role -> assertThat(first.of(role)).matches("btn_[a-z0-9]{12}_[a-z0-9]{52}"))
        .allSatisfy(role -> assertThat(second.of(role)).isEqualTo(first.of(role)));
    assertThat(new HashSet<>(LocalKeys.ROLES.stream().map(first::of).toList()))
        .hasSize(LocalKeys.ROLES.size());
    assertThat(second.databasePassword()).isEqualTo(first.databasePassword());
  }

  @Test
  void tellsServicesTheDigestOfTheWholeKeyOnly() throws Exception {
    LocalKeys keys = LocalKeys.in(directory.resolve("keys"));
    String admin = keys.of("admin");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(admin.getBytes(StandardCharsets.UTF_8));

    assertThat(keys.environment().get("BATON_KEYS_6_"))
        .isEqualTo(
            "admin:local-admin:%s:%s"
                .formatted(admin.split("_")[1], HexFormat.of().formatHex(digest)));
  }

  @Test
  void addsTheKeyOfARoleThatIsNewToAnOldInstallation() throws Exception {
    Path file = directory.resolve("keys");
    String old = LocalKeys.in(file).of("rep");
    Files.write(
        file, Files.readAllLines(file).stream().filter(line -> !line.startsWith("ops")).toList());

    LocalKeys keys = LocalKeys.in(file);

    assertThat(keys.of("ops")).startsWith("btn_");
    assertThat(keys.of("rep")).isEqualTo(old);
  }
}
