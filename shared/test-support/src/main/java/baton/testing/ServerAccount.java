package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that PostgreSQL runs under. It refuses to run as root, which containers and build
 * machines commonly are.
 */
enum ServerAccount {
  /** An ordinary user runs it directly. */
  OWN(List.of()),
  /** Root in a user namespace of its own: seen from inside nobody, for the files still root. */
  NAMESPACE(List.of("unshare", "-U")),
  /** Where namespaces are forbidden (most containers): really nobody, who must own the data. */
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<String> prefix;

  ServerAccount(List<String> prefix) {
    this.prefix = prefix;
  }

  /** What to put before a command. */
  List<String> prefix() {
    return prefix;
  }

  static ServerAccount detect() {
    return Stream.of(values()).filter(ServerAccount::isNotRoot).findFirst().orElse(OWN);
  }

  private boolean isNotRoot() {
    try {
      List<String> command = Stream.concat(prefix.stream(), Stream.of("id", "-u")).toList();
      return !Processes.run(PATIENCE, command).trim().equals("0");
    } catch (IllegalStateException unavailable) {
      return false;
    }
  }

  /** Hands a directory to this account, so that the server may write there. */
  void own(Path directory) {
    if (this != NOBODY) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      UserPrincipal nobody =
          directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      for (Path file : files.toList()) {
        Files.setOwner(file, nobody);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
