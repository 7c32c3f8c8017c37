package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for ops names every setting that the services declare, with its default. */
class OperationsPageTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(.+)\"\\)");
  private static final Pattern SETTING =
      Pattern.compile(
          "(?:@WithName\\(\"(.+)\"\\)\\s+)?@WithDefault\\(\"(.+)\"\\)\\s+\\S+ (\\w+)\\(\\);");

  @Test
  void everySettingIsNamedWithItsDefault() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/operations.md"));
    List<String> rows = rows();

    assertThat(rows).hasSizeGreaterThan(12);
    assertThat(rows).allSatisfy(row -> assertThat(page).contains(row));
  }

  private static List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      Matcher mapping = MAPPING.matcher(text);
      if (mapping.find()) {
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
          String name = setting.group(1) == null ? kebab(setting.group(3)) : setting.group(1);
          rows.add("| `" + mapping.group(1) + "." + name + "` | `" + setting.group(2) + "` |");
        }
      }
    }
    return rows;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules =
        Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("shared")))) {
      for (Path main : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
