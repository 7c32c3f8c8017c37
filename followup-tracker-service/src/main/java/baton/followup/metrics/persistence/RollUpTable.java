package baton.followup.metrics.persistence;

import baton.followup.metrics.Question;
import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.RollUps;
import baton.followup.metrics.Tally;
import baton.followup.metrics.domain.Measure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the table {@code metric_delta}. */
@Singleton
public class RollUpTable implements RollUps {

  private final DataSource database;

  public RollUpTable(DataSource database) {
    this.database = database;
  }

  @Override
  public List<Tally> read(Question question, Collection<Measure> measures, int most)
      throws SQLException {
    String sql =
        "select "
            + period(question)
            + " as period, measure, code, bucket"
            + columns(question)
            + ", sum(amount) as count from metric_delta where "
            + limits(question)
            + (question.asOf() == null ? "" : " and recorded < ?")
            + " group by period, measure, code, bucket"
            + columns(question)
            + " having sum(amount) <> 0 order by period"
            + columns(question)
            + ", measure, code, bucket limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      int next = bind(query, question, measures);
      if (question.asOf() != null) {
        query.setObject(next++, question.asOf().atOffset(ZoneOffset.UTC));
      }
      query.setInt(next, most);
      List<Tally> tallies = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          tallies.add(
              new Tally(
                  instant(row, "period"),
                  group(row, question),
                  Measure.valueOf(row.getString("measure")),
                  row.getString("code"),
                  row.getObject("bucket", Integer.class),
                  row.getLong("count")));
        }
      }
      return tallies;
    }
  }

  @Override
  public List<Restatement> restatements(Question question, Collection<Measure> measures, int most)
      throws SQLException {
    String sql =
        "select "
            + period(question)
            + " as period, measure, code, happened, recorded"
            + columns(question)
            + ", sum(amount) as amount from metric_delta where "
            + limits(question)
            + " and recorded > happened + interval '1 hour'"
            + " group by period, measure, code, happened, recorded"
            + columns(question)
            + " having sum(amount) <> 0 order by recorded desc, happened desc, period"
            + columns(question)
            + ", measure, code limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(bind(query, question, measures), most);
      List<Restatement> restatements = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          restatements.add(
              new Restatement(
                  instant(row, "period"),
                  group(row, question),
                  Measure.valueOf(row.getString("measure")),
                  row.getString("code"),
                  instant(row, "happened"),
                  instant(row, "recorded"),
                  row.getLong("amount")));
        }
      }
      return restatements;
    }
  }

  private static String period(Question question) {
    return question.period() == Period.TOTAL
        ? "null::timestamptz"
        : "date_trunc('"
            + question.period().name().toLowerCase(java.util.Locale.ROOT)
            + "', hour, 'UTC')";
  }

  private static String columns(Question question) {
    return question.by().stream().map(by -> ", " + by.column()).collect(Collectors.joining());
  }

  private static String limits(Question question) {
    return "measure = any(?) and hour >= ? and hour < ?"
        + question.only().keySet().stream()
            .map(only -> " and " + only.column() + "::text = ?")
            .collect(Collectors.joining());
  }

  private static int bind(PreparedStatement query, Question question, Collection<Measure> measures)
      throws SQLException {
    query.setArray(
        1,
        query
            .getConnection()
            .createArrayOf("text", measures.stream().map(Measure::name).toArray()));
    query.setObject(2, question.from().atOffset(ZoneOffset.UTC));
    query.setObject(3, question.to().atOffset(ZoneOffset.UTC));
    int next = 4;
    for (String value : question.only().values()) {
      query.setString(next++, value);
    }
    return next;
  }

  private static List<String> group(ResultSet row, Question question) throws SQLException {
    List<String> group = new ArrayList<>();
    for (Dimension by : question.by()) {
      group.add(row.getString(by.column()));
    }
    return group;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
