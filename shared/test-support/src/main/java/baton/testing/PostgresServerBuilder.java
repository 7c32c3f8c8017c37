package baton.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be chosen of a {@link PostgresServer} before it exists. */
public final class PostgresServerBuilder {
  private Path dataDirectory;
  private Path binaries;
  private Path log;
  private int port;
  private boolean fsync;
  private String password = "postgres";
  private final Map<String, String> server = new LinkedHashMap<>();

  PostgresServerBuilder() {}

  /** Where the data lies and stays; a temporary directory otherwise. */
  public PostgresServerBuilder dataDirectory(Path directory) {
    this.dataDirectory = directory.toAbsolutePath().normalize();
    return this;
  }

  /** Where the programs are unpacked to, once; a directory of this user's otherwise. */
  public PostgresServerBuilder binaries(Path directory) {
    this.binaries = directory.toAbsolutePath().normalize();
    return this;
  }

  /** Where it writes its log; beside the data otherwise. */
  public PostgresServerBuilder log(Path file) {
    this.log = file.toAbsolutePath().normalize();
    return this;
  }

  /** The TCP port; a free one otherwise. */
  public PostgresServerBuilder port(int port) {
    this.port = port;
    return this;
  }

  /** Whether a commit reaches the disk. Off unless said otherwise: tests lose no power. */
  public PostgresServerBuilder fsync(boolean on) {
    this.fsync = on;
    return this;
  }

  /** The superuser's password; takes effect when the data is created. */
  public PostgresServerBuilder password(String password) {
    this.password = password;
    return this;
  }

  /** A setting of {@code postgresql.conf}; overrides the default given here. */
  public PostgresServerBuilder setting(String name, String value) {
    server.put(name, value);
    return this;
  }

  /** The server, not started. */
  public PostgresServer build() {
    Path data =
        dataDirectory != null ? dataDirectory : Directories.temporary("postgres").resolve("data");
    Path programs = binaries != null ? binaries : sharedBinaries();
    return new PostgresServer(
        new PostgresSettings(
            PostgresBinaries.unpackInto(programs).resolve("bin"),
            data,
            log != null ? log : data.resolveSibling(data.getFileName() + ".log"),
            port != 0 ? port : Ports.free(),
            fsync,
            password,
            Map.copyOf(server)));
  }

  /** The server, started. */
  public PostgresServer start() {
    return build().start();
  }

  /** Where the programs are unpacked to if nothing else is said. */
  static Path sharedBinaries() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "baton-postgres-" + System.getProperty("user.name"));
  }
}
