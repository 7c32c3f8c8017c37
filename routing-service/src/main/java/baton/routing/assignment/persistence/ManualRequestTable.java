package baton.routing.assignment.persistence;

import baton.http.digest.Sha256;
import baton.routing.assignment.GiveLead.Given;
import baton.routing.assignment.GiveLead.ManualRequests;
import baton.routing.assignment.ManualRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Keys of calls in the table {@code assignment}. */
@Singleton
public class ManualRequestTable implements ManualRequests {

  @Override
  public Optional<Given> before(Connection connection, ManualRequest request) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)");
        PreparedStatement query =
            connection.prepareStatement(
                "select assignment_id, request_digest from assignment where request_key = ?")) {
      lock.setLong(1, ByteBuffer.wrap(request.key().bytes()).getLong());
      lock.execute();
      query.setBytes(1, request.key().bytes());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                ManualRequests.answer(
                    row.getObject(1, UUID.class), Sha256.stored(row.getBytes(2)), request))
            : Optional.empty();
      }
    }
  }
}
