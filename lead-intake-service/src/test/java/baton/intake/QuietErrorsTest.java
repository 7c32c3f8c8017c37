package baton.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the database says of a row that it refuses must not bring the row into our logs. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class QuietErrorsTest {

  @Inject DataSource database;

  @Test
  void anErrorOfTheDatabaseQuotesNoRow() throws Exception {
    String address = "quiet." + UUID.randomUUID() + "@example.com";
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into match_key (kind, value, lead_id) values ('EMAIL', ?, ?)")) {
      for (int i = 0; i < 2; i++) {
        insert.setString(1, address);
        insert.setObject(2, UUID.randomUUID());
        insert.addBatch();
      }
      Throwable refused = catchThrowable(insert::executeBatch);
      assertThat(refused).hasMessageContaining("match_key_pkey");
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(address);
    }
  }
}
