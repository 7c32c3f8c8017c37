package baton.proving.bench;

import baton.local.LocalSystem;
import baton.local.Service;
import baton.local.parts.Databases;
import baton.proving.bench.machine.ProcessUse;
import baton.proving.bench.report.Report;
import baton.testing.Directories;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A system that was put up to be measured, and goes with all its data. */
final class Bed implements AutoCloseable {

  private static final String DRIVER = "driver";

  private final LocalSystem system;
  private final Path directory;
  private final Thread ifInterrupted = new Thread(this::discard, "bed");

  Bed(LocalSystem system, Path directory) {
    this.system = system;
    this.directory = directory;
  }

  Bed start() {
    Runtime.getRuntime().addShutdownHook(ifInterrupted);
    try {
      system.start();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  LocalSystem system() {
    return system;
  }

  /** A service without the proxy in front, which would share the machine with it. */
  URI service(Service service) {
    return system.instances(service).get(0);
  }

  /** A connection to a service's database. */
  Connection database(Service service) throws SQLException {
    return database(service.database());
  }

  Connection database(String name) throws SQLException {
    Databases databases = system.databases();
    return DriverManager.getConnection(databases.url(name), databases.user(), databases.password());
  }

  /** Which PostgreSQL this is, and how it treats the disk, in its own words. */
  void describe(Report report) {
    try {
      Databases server = system.databases();
      report.say(
          "- PostgreSQL %s: fsync %s, synchronous_commit %s, full_page_writes %s"
              .formatted(
                  server.setting("server_version"),
                  server.setting("fsync"),
                  server.setting("synchronous_commit"),
                  server.setting("full_page_writes")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What each process has taken so far: this one, too, which is driver, launcher and report. */
  Map<String, ProcessUse> use() {
    Map<String, ProcessUse> use = new LinkedHashMap<>();
    use.put(DRIVER, ProcessUse.own());
    system
        .parts()
        .forEach(
            part ->
                use.put(
                    part.name(), part.pid().map(ProcessUse::withChildren).orElse(ProcessUse.NONE)));
    return use;
  }

  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(ifInterrupted);
    } catch (IllegalStateException alreadyEnding) {
      // Then it runs, or has run.
    }
  }

  private void discard() {
    system.close();
    try {
      Directories.delete(directory);
    } catch (UncheckedIOException stillWritten) {
      // Deleted before the next system is put up here.
    }
  }
}
