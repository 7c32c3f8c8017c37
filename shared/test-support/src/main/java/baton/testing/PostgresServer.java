package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL server as a process of its own, which can be stopped, killed and started again
 * on the same data and port.
 *
 * <p>Whether it runs is read from the data directory each time. A server whose parent was killed is
 * therefore found again: {@link #start()} ends such an orphan and starts anew. All methods may be
 * called from any thread.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final PostgresSettings settings;
  private final ServerProcess process;
  private final ServerAccount account = ServerAccount.detect();

  PostgresServer(PostgresSettings settings) {
    this.settings = settings;
    this.process =
        new ServerProcess(pidFile(), settings.dataDirectory().toString(), settings.log());
  }

  /** What can be chosen; everything has a default that suits tests. */
  public static PostgresServerBuilder builder() {
    return new PostgresServerBuilder();
  }

  /**
   * Starts the server on its data, which is created if there is none, and returns once it accepts
   * connections; recovery after a kill included. Nothing happens if this very server already runs
   * as a child of this JVM.
   *
   * @throws IllegalStateException if it does not come up, with the end of its log
   */
  public synchronized PostgresServer start() {
    Optional<ProcessHandle> running = process.handle();
    if (running.filter(ServerProcess::isOurs).isPresent() && accepts()) {
      return this;
    }
    running.ifPresent(PostgresServer::end);
    initialise();
    removeForeignPidFile();
    long deadline = System.nanoTime() + START.toNanos();
    while (!launched()) {
      // Backends of a killed server may take a moment to notice and release the shared memory.
      String log = process.logEnd();
      if (!log.contains("pre-existing shared memory") || System.nanoTime() > deadline) {
        throw new IllegalStateException("PostgreSQL does not start; its log ends: " + log);
      }
      Waiting.pause(PAUSE);
    }
    return this;
  }

  /** Ends it in order: connections are cut, everything is written. */
  public synchronized void stop() {
    process.handle().ifPresent(PostgresServer::end);
  }

  /** Ends it in order. */
  @Override
  public void close() {
    stop();
  }

  /** SIGKILL for the server and all its backends, as if the machine had lost power. */
  public synchronized void kill() {
    process.kill();
  }

  /** Whether its process runs, whoever started it. */
  public boolean isRunning() {
    return process.isRunning();
  }

  /** Whether it accepts a connection and answers a query now. */
  public boolean accepts() {
    try (Connection connection = connect("postgres", 5);
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** The id of its process, if it runs. */
  public Optional<Long> pid() {
    return process.pid();
  }

  /** Creates the database unless it exists; the server must run. */
  public synchronized PostgresServer createDatabase(String name) {
    try (Connection connection = connect("postgres", 0);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + name.replace("'", "''") + "'")) {
      if (!found.next()) {
        statement.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
      }
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
  }

  /** Drops the database if it exists, together with the connections to it. */
  public synchronized PostgresServer dropDatabase(String name) {
    try (Connection connection = connect("postgres", 0);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "drop database if exists \"" + name.replace("\"", "\"\"") + "\" with (force)");
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop database " + name, e);
    }
  }

  /** The JDBC address of a database, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
  }

  /** A source of plain connections, not pooled. */
  public DataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(user());
    source.setPassword(password());
    return source;
  }

  /** The superuser. */
  public String user() {
    return "postgres";
  }

  /** The superuser's password. */
  public String password() {
    return settings.password();
  }

  /** The TCP port on 127.0.0.1; the same over all starts. */
  public int port() {
    return settings.port();
  }

  /** Where its data lies. */
  public Path dataDirectory() {
    return settings.dataDirectory();
  }

  private Connection connect(String database, int timeoutSeconds) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", String.valueOf(timeoutSeconds));
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  private Path pidFile() {
    return dataDirectory().resolve("postmaster.pid");
  }

  /** A fast shutdown (SIGINT): SIGTERM would wait for the clients. */
  private static void end(ProcessHandle process) {
    Processes.signal(process, "INT");
    if (!Processes.awaitEnd(process, STOP)) {
      Processes.kill(process);
    }
  }

  /**
   * PostgreSQL refuses to start while the id in its pid file belongs to any live process, even if
   * that is, after a reboot, a different program.
   */
  private void removeForeignPidFile() {
    try {
      if (Files.exists(pidFile())) {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
        if (ProcessHandle.of(pid).isPresent()) {
          Files.delete(pidFile());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException | IndexOutOfBoundsException torn) {
      Directories.delete(pidFile());
    }
  }

  private void initialise() {
    Path data = dataDirectory();
    if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(data.resolve("initialised"))) {
      return;
    }
    Directories.delete(data);
    try {
      Files.createDirectories(data);
      account.own(data);
      Path password = Files.createTempFile("baton", ".password");
      try {
        Files.writeString(password, password() + "\n");
        account.own(password);
        Processes.run(START, command(settings.initialise(password)));
      } finally {
        Files.delete(password);
      }
      Files.createFile(data.resolve("initialised"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean launched() {
    Process launched = process.launch(command(settings.serve()), Map.of());
    return ServerProcess.comesUp(launched, START, PAUSE, this::accepts);
  }

  private List<String> command(List<String> program) {
    return Stream.concat(account.prefix().stream(), program.stream()).toList();
  }
}
