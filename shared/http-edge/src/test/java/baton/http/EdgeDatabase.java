package baton.http;

import baton.testing.BatonInfrastructure;
import baton.testing.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real PostgreSQL, without the broker this module has no use for; and the keys of the tests. */
public class EdgeDatabase implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    PostgresServer postgres = BatonInfrastructure.postgres().createDatabase("http_edge");
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl("http_edge"),
        "quarkus.datasource.username", postgres.user(),
        "quarkus.datasource.password", postgres.password(),
        "baton.keys[0]", TestKeys.configured(TestKeys.ADMIN, "admin", "test-admin", null),
        "baton.keys[1]", TestKeys.configured(TestKeys.OPS, "ops", "test-ops", null),
        "baton.keys[2]", TestKeys.configured(TestKeys.REP, "rep", "test-rep", "rep-7"));
  }

  @Override
  public void stop() {
    // The server ends with the JVM.
  }
}
