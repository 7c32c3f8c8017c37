package baton.followup.metrics.persistence;

import baton.followup.metrics.Delta;
import baton.followup.metrics.DeltaLog;
import baton.followup.metrics.domain.Cell;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** The table {@code metric_delta}, which is only added to: nobody waits for anybody's cell. */
@Singleton
public class DeltaTable implements DeltaLog {

  private static final String INSERT =
      """
      insert into metric_delta (measure, hour, rep_id, team, source, campaign, grade, code, bucket,
                                happened, recorded, amount)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  @Override
  public void append(Connection connection, List<Delta> deltas) throws SQLException {
    if (deltas.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Delta delta : deltas) {
        Delta.Place place = delta.place();
        Cell cell = place.cell();
        insert.setString(1, cell.measure().name());
        insert.setObject(2, cell.hour().atOffset(ZoneOffset.UTC));
        insert.setObject(3, cell.repId());
        insert.setString(4, cell.team());
        insert.setString(5, cell.source());
        insert.setString(6, cell.campaign());
        insert.setString(7, cell.grade());
        insert.setString(8, cell.code());
        insert.setObject(9, cell.bucket());
        insert.setObject(10, place.happened().atOffset(ZoneOffset.UTC));
        insert.setObject(11, place.recorded().atOffset(ZoneOffset.UTC));
        insert.setInt(12, delta.amount());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
