package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  private static PostgresServer server;

  @BeforeAll
  static void build() {
    server = PostgresServer.builder().setting("max_connections", "210").build();
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void isVersion18WithTheSettingsAskedFor() throws SQLException {
    assertThat(query("postgres", "show server_version")).startsWith("18.");
    assertThat(query("postgres", "show max_connections")).isEqualTo("210");
    assertThat(query("postgres", "show fsync")).isEqualTo("off");
  }

  @Test
  void keepsCommittedRowsWhenKilledAndStartedAgainOnTheSamePort() throws SQLException {
    server.createDatabase("kept");
    execute("kept", "create table if not exists lead (id int)");
    execute("kept", "insert into lead values (42)");
    List<ProcessHandle> tree = tree();
    String address = server.jdbcUrl("kept");

    server.kill();

    assertThat(tree).hasSizeGreaterThan(3).noneMatch(Processes::isAlive);
    assertThat(server.isRunning()).isFalse();
    server.start();
    assertThat(server.jdbcUrl("kept")).isEqualTo(address);
    assertThat(query("kept", "select max(id) from lead")).isEqualTo("42");
  }

  @Test
  void stopsWithAClientConnectedAndStartsAgain() throws SQLException {
    try (Connection client = server.dataSource("postgres").getConnection()) {
      server.stop();
      assertThat(server.isRunning()).isFalse();
      assertThat(client.isValid(1)).isFalse();
    }
    server.start();
    assertThat(server.accepts()).isTrue();
  }

  @Test
  void startsWhenItsStalePidFileNamesALivingForeignProcess() throws Exception {
    server.kill();
    Files.writeString(
        server.dataDirectory().resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + server.dataDirectory() + "\n");

    server.start();

    assertThat(server.accepts()).isTrue();
    assertThat(server.pid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void aSecondHandleFindsTheServerAndCanKillIt() {
    PostgresServer other =
        PostgresServer.builder().dataDirectory(server.dataDirectory()).port(server.port()).build();

    assertThat(other.pid()).isEqualTo(server.pid()).isPresent();
    other.kill();

    assertThat(server.isRunning()).isFalse();
  }

  @Test
  void endsTheOrphanOfAKilledParentAndStartsAnew() throws Exception {
    server.stop();
    // The shell is killed at once, and the server it started becomes nobody's child.
    PostgresSettings settings = settingsOf(server);
    String command =
        String.join(" ", ServerAccount.detect().prefix())
            + " "
            + String.join(" ", quoted(settings));
    Process parent = new ProcessBuilder("sh", "-c", command + " >/dev/null 2>&1 & wait").start();
    assertThat(Waiting.until(Duration.ofSeconds(20), Duration.ofMillis(50), server::accepts))
        .isTrue();
    parent.destroyForcibly().waitFor();
    long orphan = server.pid().orElseThrow();

    server.start();

    assertThat(server.pid()).isPresent().isNotEqualTo(java.util.Optional.of(orphan));
    assertThat(ProcessHandle.of(orphan).filter(Processes::isAlive)).isEmpty();
    assertThat(server.accepts()).isTrue();
  }

  @Test
  void dropsADatabaseWithClients() throws SQLException {
    server.createDatabase("going");
    server.createDatabase("going");
    try (Connection client = server.dataSource("going").getConnection()) {
      server.dropDatabase("going");
      assertThat(client.isValid(1)).isFalse();
    }
    assertThatThrownBy(() -> query("going", "select 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void saysWhyItDoesNotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PostgresServer unlucky = PostgresServer.builder().port(taken.getLocalPort()).build();

      assertThatThrownBy(unlucky::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Address already in use");
      assertThat(unlucky.isRunning()).isFalse();
    }
  }

  private static PostgresSettings settingsOf(PostgresServer server) {
    return new PostgresSettings(
        PostgresBinaries.unpackInto(PostgresServerBuilder.sharedBinaries()).resolve("bin"),
        server.dataDirectory(),
        server.dataDirectory().resolveSibling("orphan.log"),
        server.port(),
        false,
        server.password(),
        java.util.Map.of());
  }

  private static List<String> quoted(PostgresSettings settings) {
    return settings.serve().stream().map(word -> "'" + word + "'").toList();
  }

  private static List<ProcessHandle> tree() {
    ProcessHandle postmaster = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(postmaster), postmaster.descendants())
        .toList();
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = server.dataSource(database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(String database, String sql) throws SQLException {
    try (Connection connection = server.dataSource(database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
