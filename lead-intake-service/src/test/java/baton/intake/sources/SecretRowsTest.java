package baton.intake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.testing.BatonInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the start of the service does with the secrets that it finds. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class SecretRowsTest {

  @Inject SecretRows rows;
  @Inject AgroalDataSource database;

  private final String source = "l" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void asAnEarlierVersionLeftIt() throws SQLException {
    execute(
        "insert into source (id, name, platform, secret, created_at)"
            + " values ('%s', 'Old', 'MAUTIC', 'left-open', now())".formatted(source));
  }

  @AfterEach
  void remove() throws SQLException {
    execute("delete from source_secret where source = '%s'".formatted(source));
    execute("delete from source where id = '%s'".formatted(source));
  }

  @Test
  void whatAnEarlierVersionLeftOpenIsSealedOnce() {
    rows.sealAll(null);
    rows.sealAll(null);

    assertThat(secrets()).containsExactly("left-open");
    String open =
        QuarkusTransaction.requiringNew()
            .call(() -> SourceEntity.<SourceEntity>findById(source).secret);
    assertThat(open).isNull();
  }

  @Test
  void aSecretThatNoKeyOpensFailsTheStart() throws SQLException {
    execute(
        "insert into source_secret (id, source, sealed, created_at)"
            + " values (gen_random_uuid(), '%s', 'of another key', now())".formatted(source));
    assertThatThrownBy(() -> rows.sealAll(null))
        .isInstanceOf(UnopenedSecret.class)
        .hasMessageContaining(source);
    String open =
        QuarkusTransaction.requiringNew()
            .call(() -> SourceEntity.<SourceEntity>findById(source).secret);
    assertThat(open).isEqualTo("left-open");
  }

  private List<String> secrets() {
    return QuarkusTransaction.requiringNew().call(() -> rows.of(source, SecretPurpose.WEBHOOK));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
