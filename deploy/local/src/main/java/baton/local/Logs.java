package baton.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@code ./baton logs}: the end of all logs or of one, and what is added if asked to follow. */
final class Logs {

  private static final int BYTES = 16 * 1024;
  private static final int LINES_OF_ONE = 100;
  private static final int LINES_OF_EACH = 10;

  private final Home home;
  private final Map<Path, Long> shown = new HashMap<>();

  Logs(Home home) {
    this.home = home;
  }

  int run(List<String> options) {
    boolean follow = options.contains("-f");
    List<String> names = options.stream().filter(option -> !option.equals("-f")).toList();
    if (names.size() > 1 || names.stream().anyMatch(name -> name.startsWith("-"))) {
      return Main.misused();
    }
    List<Path> files = names.isEmpty() ? all() : List.of(home.log(names.get(0)));
    if (files.isEmpty() || !Files.exists(files.get(0))) {
      throw new Refusal(
          "There is no such log. Logs there are: "
              + String.join(" ", all().stream().map(Logs::name).toList()));
    }
    files.forEach(file -> showEnd(file, names.isEmpty() ? LINES_OF_EACH : LINES_OF_ONE));
    while (follow) {
      files.forEach(this::showAdded);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
    return 0;
  }

  private List<Path> all() {
    if (!Files.isDirectory(home.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.logs())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void showEnd(Path file, int lines) {
    List<String> end = read(file, Math.max(0, size(file) - BYTES)).lines().toList();
    print(file, end.subList(Math.max(0, end.size() - lines), end.size()));
  }

  /** A file that became shorter was emptied when it grew too large. */
  private void showAdded(Path file) {
    long from = shown.get(file) > size(file) ? 0 : shown.get(file);
    print(file, read(file, from).lines().toList());
  }

  private String read(Path file, long from) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      byte[] bytes = new byte[(int) Math.min(in.length() - from, Integer.MAX_VALUE / 4)];
      in.readFully(bytes);
      shown.put(file, from + bytes.length);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(Path file, List<String> lines) {
    lines.forEach(line -> System.out.printf("%-16s | %s%n", name(file), line));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.log$", "");
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
