package baton.proving.bench;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.bench.report.Report;
import baton.testing.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The whole chain and the doors under a small load, and a small list, for the exactness of the
 * books and not for speed.
 */
class BenchIT {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  @Test
  void theBooksOfTheChainAreExactAfterALoad() throws Exception {
    Path home = Directories.temporary("bench");
    Report report = new Report(System.out::println);
    Options options = Options.parse(List.of("chain", "--rates=20", "--seconds=5", "--warm-up=5"));

    new ChainBench(new Workshop(ROOT, home, report), options, report).run();

    assertThat(report.defects()).isEmpty();
    assertThat(home.resolve("acknowledged-at20.txt")).isNotEmptyFile();
    assertThat(home.resolve("chain")).doesNotExist();
    assertThat(Files.readAllLines(home.resolve("acknowledged-at20.txt"))).hasSizeGreaterThan(50);
  }

  @Test
  void theBooksOfTheDoorsAreExactAfterALoad() throws Exception {
    Path home = Directories.temporary("bench");
    Report report = new Report(System.out::println);
    Options options =
        Options.parse(
            List.of("intake", "--seconds=1", "--rounds=1", "--connections=4", "--warm-up=1"));

    new IntakeBench(new Workshop(ROOT, home, report), options, report).run();

    assertThat(report.defects()).isEmpty();
    for (String door : List.of("grouped", "single", "api")) {
      assertThat(Files.readAllLines(home.resolve("acknowledged-" + door + ".txt")))
          .hasSizeGreaterThan(20);
    }
  }

  @Test
  void everyRowOfAListEndsAsALead() {
    Report report = new Report(System.out::println);
    Options options = Options.parse(List.of("list", "--megabytes=4"));

    new ListBench(new Workshop(ROOT, Directories.temporary("bench"), report), options, report)
        .run();

    assertThat(report.defects()).isEmpty();
  }
}
