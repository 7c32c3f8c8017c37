package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatonInfrastructureTest {

  @Test
  void givesEachServiceItsOwnDatabaseOnTheSameServers() throws Exception {
    Map<String, String> routing = started("routing");
    Map<String, String> intake = started("lead_intake");

    assertThat(routing.get("quarkus.datasource.jdbc.url")).endsWith("/routing");
    assertThat(intake.get("quarkus.datasource.jdbc.url")).endsWith("/lead_intake");
    assertThat(routing.get("kafka.bootstrap.servers"))
        .isEqualTo(intake.get("kafka.bootstrap.servers"));
    try (var connection =
        DriverManager.getConnection(
            routing.get("quarkus.datasource.jdbc.url"),
            routing.get("quarkus.datasource.username"),
            routing.get("quarkus.datasource.password"))) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void aCopyInAnotherClassLoaderActsOnTheSameServers() throws Exception {
    started("routing");
    URL[] classPath =
        Stream.of(ClassPath.ofThisJvm().split(":"))
            .map(entry -> toUrl(Path.of(entry)))
            .toArray(URL[]::new);
    try (URLClassLoader other =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> copy = other.loadClass(BatonInfrastructure.class.getName());
      Object server = copy.getMethod("postgres").invoke(null);

      server.getClass().getMethod("kill").invoke(server);

      assertThat(copy).isNotEqualTo(BatonInfrastructure.class);
      assertThat(BatonInfrastructure.postgres().isRunning()).isFalse();
    } finally {
      BatonInfrastructure.postgres().start();
    }
  }

  private static Map<String, String> started(String database) {
    BatonInfrastructure infrastructure = new BatonInfrastructure();
    infrastructure.init(Map.of("database", database));
    return infrastructure.start();
  }

  private static URL toUrl(Path path) {
    try {
      return path.toUri().toURL();
    } catch (java.net.MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
