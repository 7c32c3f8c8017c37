package baton.local.keys;

import static org.assertj.core.api.Assertions.assertThat;

import baton.http.keys.ApiKeyText;
import baton.http.keys.Roles;
import baton.testing.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
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
    assertThat(second.secretsKey()).isEqualTo(first.secretsKey());
    assertThat(Base64.getDecoder().decode(first.secretsKey())).hasSize(32);
  }

  @Test
  void rolesAreThoseOfTheServicesAndOfTheTests() {
    assertThat(LocalKeys.ROLES).containsExactlyInAnyOrderElementsOf(Roles.ALL);
    assertThat(TestKeys.ROLES).containsExactlyInAnyOrderElementsOf(Roles.ALL);
  }

  @Test
  void tellsServicesTheDigestOfTheWholeKeyOnlyAsTheyReadIt() {
    LocalKeys keys = LocalKeys.in(directory.resolve("keys"));

    for (int i = 0; i < LocalKeys.ROLES.size(); i++) {
      String role = LocalKeys.ROLES.get(i);
      ApiKeyText asReadByServices = ApiKeyText.parse(keys.of(role)).orElseThrow();
      assertThat(keys.environment().get("BATON_KEYS_" + i + "_"))
          .isEqualTo(asReadByServices.configuredAs(role, "local-" + role));
    }
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
