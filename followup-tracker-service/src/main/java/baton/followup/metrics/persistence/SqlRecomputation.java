package baton.followup.metrics.persistence;

import baton.followup.metrics.Recomputation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The comparison as one statement, so that both sides are of the same moment. What its steps yield
 * the planner can but guess, and takes for next to nothing: it would go through all of one step for
 * each row of another. So it is told to join by hashing or sorting.
 */
@Singleton
public class SqlRecomputation implements Recomputation {

  /** All facts are read; other statements give up much earlier. */
  private static final int PATIENCE_MILLIS = 600_000;

  private static final String JOIN_BY_HASH = "set local enable_nestloop = off";

  private static final String CELL =
      "measure, hour, rep_id, team, source, campaign, grade, code, bucket";

  private static final String COMPARE =
      """
      with computed as (%1$s), compared as (
        select %2$s, sum(live)::bigint as live, sum(computed)::bigint as computed
          from (select %2$s, amount as live, 0 as computed from metric_delta
                 union all
                select %2$s, 0, amount from computed) both_sides
         group by %2$s
        having sum(live) <> 0 or sum(computed) <> 0
      )
      select totals.cells, totals.different, named.*
        from (select count(*) as cells, count(*) filter (where live <> computed) as different
                from compared) totals
        left join (select * from compared where live <> computed
                    order by hour, measure, rep_id, source, campaign, bucket limit ?) named on true""";

  private final DataSource database;
  private final String sql;

  public SqlRecomputation(DataSource database) {
    this.database = database;
    this.sql = COMPARE.formatted(computation(), CELL);
  }

  private static String computation() {
    String resource = "/baton/followup/metrics/recomputation.sql";
    try (InputStream text = SqlRecomputation.class.getResourceAsStream(resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Comparison compare() throws SQLException {
    try (Connection connection = database.getConnection()) {
      int usual = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      connection.setAutoCommit(false);
      try (Statement planner = connection.createStatement()) {
        planner.execute(JOIN_BY_HASH);
        Comparison comparison = compare(connection);
        connection.commit();
        return comparison;
      } finally {
        connection.setNetworkTimeout(Runnable::run, usual);
      }
    }
  }

  private Comparison compare(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, MOST);
      long cells = 0;
      long different = 0;
      List<Difference> differences = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          cells = row.getLong("cells");
          different = row.getLong("different");
          if (row.getString("measure") != null) {
            differences.add(difference(row));
          }
        }
      }
      return new Comparison(cells, different, differences);
    }
  }

  private static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getString("measure"),
        row.getObject("hour", OffsetDateTime.class).toInstant(),
        row.getObject("rep_id", UUID.class),
        row.getString("team"),
        row.getString("source"),
        row.getString("campaign"),
        row.getString("grade"),
        row.getString("code"),
        row.getObject("bucket", Integer.class),
        row.getLong("live"),
        row.getLong("computed"));
  }
}
