package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Installation.Run;
import baton.local.keys.LocalKeys;
import baton.local.parts.Databases;
import baton.testing.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a person meets it: a command, its output and its exit status. */
@Order(2)
class LauncherIT {

  @TempDir Path root;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(root.toRealPath());
  }

  @AfterEach
  void endEverything() {
    installation.close();
  }

  @Test
  void startsEverythingShowsOneScreenAndStopsOnASignal() throws Exception {
    Run up = installation.up();

    assertThat(up.output().lines().count()).isLessThan(50);
    assertThat(up.output())
        .contains("http://localhost:" + installation.port("BATON_PORT"))
        .contains("/api/intake/v1/leads")
        .contains("/timeline")
        .contains(LocalKeys.ROLES);
    assertThat(get("/api/routing/q/health/ready")).isEqualTo("ready");
    assertThat(get("/api/routing/environment?QUARKUS_DATASOURCE_JDBC_URL")).endsWith("/routing");
    assertThat(installation.run("status").status()).isZero();
    Run second = installation.run("up");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.output()).contains("already runs").contains("./baton down");
    assertThat(second.output().lines()).hasSize(2);
    assertThat(up.process().isAlive()).isTrue();

    up.terminate();
    up.status();

    assertThat(up.output()).contains("Stopped.");
    assertThat(installation.parts()).isEmpty();
    assertThat(installation.run("status").status()).isEqualTo(3);
  }

  @Test
  void makesAKeyThatAllServicesKnowAndNoneHas() throws Exception {
    assertThat(installation.run("key", "rep", "Sam").status()).isEqualTo(3);
    installation.up();
    String rep = UUID.randomUUID().toString();

    Run made = installation.run("key", "rep", "Sam Rivers", rep);

    assertThat(made.status()).isZero();
    String key = made.output().strip();
    assertThat(key).matches("btn_[a-z2-7]{12}_[a-z2-7]{52}");
    for (Service service : Service.values()) {
      assertThat(get(service.prefix() + "/key"))
          .contains("/v1/api-keys/" + key.split("_")[1])
          .contains("\"Sam Rivers\"", rep, "\"sha256\"")
          .doesNotContain(key.split("_")[2]);
    }
    assertThat(installation.run("key", "king", "Sam").status()).isEqualTo(2);
    assertThat(installation.run("key", "rep", "Sam", "rep-7").status()).isEqualTo(1);
  }

  @Test
  void goesOnWhereItStoppedWhateverWasKilled() throws Exception {
    Run first = installation.up();
    String keys = Files.readString(installation.home().keys());
    remember("a lead");

    List<ProcessHandle> everything = installation.parts();
    first.kill();
    everything.forEach(ProcessHandle::destroyForcibly);
    everything.forEach(Processes::kill);
    Run second = installation.up();
    assertThat(remembered()).isEqualTo("a lead");
    assertThat(Files.readString(installation.home().keys())).isEqualTo(keys);
    assertThat(Files.getPosixFilePermissions(installation.home().keys()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    List<ProcessHandle> orphans = installation.parts();
    second.kill();
    assertThat(installation.run("status").status()).isEqualTo(3);
    Run third = installation.up();
    assertThat(third.output()).contains("of an earlier run");
    assertThat(orphans).hasSizeGreaterThan(4).noneMatch(Processes::isAlive);
    assertThat(remembered()).isEqualTo("a lead");

    third.kill();
    assertThat(installation.parts()).isNotEmpty();
    assertThat(installation.run("down").status()).isZero();
    assertThat(installation.parts()).isEmpty();
  }

  @Test
  void namesATakenPortAndTheVariableThatMovesIt() throws Exception {
    int port = installation.port("BATON_ROUTING_PORT");
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      refused("Port " + taken.getLocalPort() + " is taken", "BATON_ROUTING_PORT=");
    }
  }

  @Test
  void refusesToStartOnAFullDisk() throws Exception {
    installation.variables.put("BATON_MIN_DISK_MB", "2000000000");
    refused("MB are free", "BATON_HOME");
  }

  @Test
  void namesTheLogOfAServiceThatEndsWhileStarting() throws Exception {
    installation.variables.put("STUB", "end");
    Run up = installation.run("up");

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("ended 3 times while starting").contains(".log");
    assertThat(installation.parts()).isEmpty();
  }

  @Test
  void downStopsALauncherAndResetAsksBeforeItDeletes() throws Exception {
    Run up = installation.up();
    assertThat(installation.run("down").status()).isZero();
    assertThat(up.process().isAlive()).isFalse();
    assertThat(installation.parts()).isEmpty();

    Run unsure = installation.run("reset");
    unsure.process().getOutputStream().close();
    assertThat(unsure.status()).isEqualTo(1);
    assertThat(installation.home().postgres()).exists();

    assertThat(installation.run("reset", "--yes").status()).isZero();
    assertThat(installation.home().postgres()).doesNotExist();
    assertThat(installation.home().keys()).doesNotExist();
  }

  @Test
  void anUnknownCommandShowsTheUsage() throws Exception {
    Run unknown = installation.run("start");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.output()).contains("usage").contains("up").contains("reset");
  }

  private void refused(String... words) throws IOException {
    Run up = installation.run("up");
    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains(words);
    assertThat(up.output().lines()).hasSize(2);
    assertThat(installation.parts()).isEmpty();
  }

  private String get(String path) throws Exception {
    URI uri = URI.create("http://localhost:" + installation.port("BATON_PORT") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void remember(String text) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("create table note as select '" + text + "' as text");
    }
  }

  private String remembered() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery("select text from note")) {
      result.next();
      return result.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    Databases databases =
        new Databases(
            "jdbc:postgresql://127.0.0.1:" + installation.port("BATON_POSTGRES_PORT") + "/",
            "postgres",
            LocalKeys.in(installation.home().keys()).databasePassword());
    return DriverManager.getConnection(
        databases.url("routing"), databases.user(), databases.password());
  }
}
