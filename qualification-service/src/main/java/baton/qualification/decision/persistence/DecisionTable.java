package baton.qualification.decision.persistence;

import baton.events.qualification.DecisionReceipt;
import baton.qualification.decision.DecisionArchive;
import baton.qualification.decision.DecisionRecord;
import baton.qualification.decision.domain.Grade;
import baton.qualification.decision.domain.Result;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The decisions made, as the table {@code decision}. */
@Singleton
class DecisionTable implements DecisionArchive {

  private static final String READ =
      """
      select decision_id, lead_id, cycle_id, opens_cycle, result, grade, source, campaign, receipt,
             decided_at
        from decision where """;

  private final AgroalDataSource database;

  DecisionTable(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public List<DecisionRecord> about(UUID leadId, UUID before, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                READ
                    + " lead_id = ? and (?::uuid is null or decision_id < ?)"
                    + " order by decision_id desc limit ?")) {
      query.setObject(1, leadId);
      query.setObject(2, before);
      query.setObject(3, before);
      query.setInt(4, most);
      return all(query);
    }
  }

  @Override
  public boolean knows(UUID leadId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select from lead where lead_id = ?")) {
      query.setObject(1, leadId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Optional<DecisionRecord> find(UUID decisionId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(READ + " decision_id = ?")) {
      query.setObject(1, decisionId);
      return all(query).stream().findFirst();
    }
  }

  private static List<DecisionRecord> all(PreparedStatement query) throws SQLException {
    List<DecisionRecord> decisions = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String grade = row.getString("grade");
        decisions.add(
            new DecisionRecord(
                row.getObject("decision_id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getBoolean("opens_cycle"),
                Result.valueOf(row.getString("result")),
                grade == null ? null : Grade.valueOf(grade),
                row.getString("source"),
                row.getString("campaign"),
                StoredJson.read(DecisionReceipt.class, row.getString("receipt")),
                LeadTables.instant(row, "decided_at")));
      }
    }
    return decisions;
  }
}
