package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.local.parts.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Path ROOT = Path.of("/srv/baton");

  @Test
  void takesPortsHomeAndExistingServersFromTheEnvironment() {
    Settings settings =
        Settings.fromEnvironment(
            ROOT,
            Map.of(
                "BATON_PORT", "9090",
                "BATON_INTAKE_PORT", "9091",
                "BATON_HOME", "/data/baton",
                "BATON_POSTGRES_URL", "jdbc:postgresql://db/",
                "BATON_POSTGRES_USER", "baton",
                "BATON_KAFKA", "kafka:9092"));

    assertThat(settings.port()).isEqualTo(9090);
    assertThat(settings.servicePorts())
        .containsEntry(Service.LEAD_INTAKE, 9091)
        .containsEntry(Service.ROUTING, 18083);
    assertThat(settings.home()).isEqualTo(Path.of("/data/baton"));
    assertThat(settings.postgres())
        .hasValue(new Settings.ExistingPostgres("jdbc:postgresql://db/", "baton", ""));
    assertThat(settings.kafka()).hasValue("kafka:9092");
  }

  @Test
  void startsItsOwnServersBesideTheCodeIfNothingIsSaid() {
    Settings settings = Settings.fromEnvironment(ROOT, Map.of("BATON_KAFKA", "", "BATON_HOME", ""));

    assertThat(settings.home()).isEqualTo(Path.of("/srv/baton/.baton"));
    assertThat(settings.postgres()).isEmpty();
    assertThat(settings.kafka()).isEmpty();
  }

  @Test
  void namesTheVariableThatIsNoNumber() {
    assertThatThrownBy(() -> Settings.fromEnvironment(ROOT, Map.of("BATON_PORT", "http")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("BATON_PORT");
  }

  @Test
  void putsTheDatabaseBeforeTheParametersOfAnAddress() {
    assertThat(new Databases("jdbc:postgresql://db:5432/?ssl=true", "u", "p").url("routing"))
        .isEqualTo("jdbc:postgresql://db:5432/routing?ssl=true");
    assertThat(new Databases("jdbc:postgresql://db:5432", "u", "p").url("routing"))
        .isEqualTo("jdbc:postgresql://db:5432/routing");
  }

  @Test
  void everyVariableIsInItsDocumentAndNoOther() throws IOException {
    Set<String> read = variables(Files.readString(Path.of("../../baton")));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        read.addAll(variables(Files.readString(source)));
      }
    }
    for (Service service : Service.values()) {
      read.add(service.portVariable());
    }
    String document = Files.readString(Path.of("../../docs/local.md"));

    assertThat(variables(document.substring(document.indexOf("| variable")))).isEqualTo(read);
  }

  private static Set<String> variables(String text) {
    return Pattern.compile("\\bBATON_[A-Z_]*[A-Z]\\b")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
