package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds all pages to what is there: where their links lead, and the commands they name. */
class DocumentsTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".baton");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern COMMAND = Pattern.compile("\\./baton ([a-z]+)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

  private static List<Path> pages;

  @BeforeAll
  static void find() throws IOException {
    pages = new ArrayList<>();
    Files.walkFileTree(ROOT, new Pages());
    assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/console.md"));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      for (Matcher link = LINK.matcher(prose(page)); link.find(); ) {
        if (!link.group(1).matches("[a-z]+:.*") && !leads(page, link.group(1))) {
          broken.add(ROOT.relativize(page) + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyCommandThatIsNamedIsOneOfTheScript() throws IOException {
    String script = Files.readString(ROOT.resolve("baton"));
    Matcher usage = Pattern.compile("usage: \\./baton (.+)'").matcher(script);
    assertThat(usage.find()).isTrue();
    Set<String> commands =
        Stream.of(usage.group(1).split(" \\| "))
            .map(each -> each.split(" ")[0])
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    for (Path page : pages) {
      COMMAND.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
    }
    assertThat(named).contains("up", "demo", "bench").isSubsetOf(commands);
  }

  private static boolean leads(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    String file = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || !isPage(target) || anchors(target).contains(parts[1]);
  }

  /** As they are made from headings: small letters, no punctuation, hyphens for spaces. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The page without its blocks of code, whose comments look like headings. */
  private static String prose(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }

  private static boolean isPage(Path file) {
    return file.getFileName().toString().endsWith(".md");
  }

  private static final class Pages extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return NOT_OURS.contains(directory.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isPage(file)) {
        pages.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
