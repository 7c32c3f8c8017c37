package baton.routing.pools;

import baton.routing.assignment.domain.AwayPolicy;
import baton.routing.assignment.domain.HeadStart;
import baton.routing.assignment.domain.Movement;
import baton.routing.assignment.domain.Seat;
import baton.routing.assignment.domain.Strategy;
import baton.routing.assignment.domain.TakeBack;
import baton.routing.assignment.domain.WhyPassed;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows pools, their turns and their ledgers. */
@Singleton
public class Pools {

  private static final String SEATS =
      """
      select r.rep_id, r.name, r.active, l.open_leads, r.capacity, r.daily_cap, s.weight,
             s.last_turn, s.credit, s.kept_by, greatest(s.pass, p.virtual_time) as pass,
             p.virtual_time
        from seat s join pool p on p.name = s.pool join rep r on r.rep_id = s.rep_id
             join rep_load l on l.rep_id = s.rep_id
       where s.pool = ? order by greatest(s.pass, p.virtual_time), s.last_turn, s.rep_id""";
  private static final String LEDGER =
      "select * from ledger where pool = ? and id < ? order by id desc limit ?";

  private final AgroalDataSource database;

  Pools(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A pool.
   *
   * @param turn number of the last turn taken
   * @param seats in the order of the turn: the first who can take a lead comes next; null where
   *     pools are listed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pool(String name, long turn, PoolSettings settings, List<Place> seats) {}

  /**
   * A rep's place in the turn.
   *
   * @param lastTurn number of the turn in which the rep was given a lead last, or joined
   * @param turnsAhead how many turns of its own the rep stands before where the turn has come
   * @param turnsOwed turns that the rep is still to get besides
   * @param passedOverFor for what reason the turn went past last, or null
   */
  @Schema(name = "PoolPlace")
  public record Place(
      UUID repId,
      String name,
      boolean active,
      int openLeads,
      int capacity,
      Integer dailyCap,
      int weight,
      long lastTurn,
      BigDecimal turnsAhead,
      BigDecimal turnsOwed,
      WhyPassed passedOverFor) {}

  /**
   * A row of the fairness ledger.
   *
   * @param turns by how many turns the rep was moved: back in the turn if positive; the turns owed
   *     if they changed
   * @param keptBy what kept the rep away from the turns missed, or null
   * @param assignmentId because of which assignment, or null
   */
  @Schema(name = "LedgerEntry")
  public record Entry(
      long id,
      UUID repId,
      Movement.Cause cause,
      BigDecimal turns,
      BigDecimal turnsOwed,
      WhyPassed keptBy,
      int weight,
      UUID assignmentId,
      Instant at) {}

  /** The pool of this name, or empty if there is none. */
  public Optional<Pool> find(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from pool where name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Pool(name, row.getLong("turn"), settings(row), seats(connection, name)))
            : Optional.empty();
      }
    }
  }

  /** Pools by name, behind this one; without their seats. */
  public List<Pool> list(String after, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select * from pool where name > ? order by name limit ?")) {
      query.setString(1, after);
      query.setInt(2, most);
      List<Pool> pools = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          pools.add(new Pool(row.getString("name"), row.getLong("turn"), settings(row), null));
        }
      }
      return pools;
    }
  }

  /** What moved anybody in the turn and was no ordinary turn, newest first, before this entry. */
  public List<Entry> ledger(String pool, long before, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LEDGER)) {
      query.setString(1, pool);
      query.setLong(2, before);
      query.setInt(3, most);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
      return entries;
    }
  }

  static PoolSettings settings(ResultSet row) throws SQLException {
    return new PoolSettings(
        Strategy.valueOf(row.getString("strategy")),
        AwayPolicy.valueOf(row.getString("away")),
        new TakeBack(
            TakeBack.On.valueOf(row.getString("take_back_on")), row.getInt("take_back_most")),
        new HeadStart(
            Duration.ofSeconds(row.getLong("head_start_a")),
            Duration.ofSeconds(row.getLong("head_start_b")),
            Duration.ofSeconds(row.getLong("head_start_c"))));
  }

  private static List<Place> seats(Connection connection, String pool) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SEATS)) {
      query.setString(1, pool);
      List<Place> places = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          int weight = row.getInt("weight");
          places.add(
              new Place(
                  row.getObject("rep_id", UUID.class),
                  row.getString("name"),
                  row.getBoolean("active"),
                  row.getInt("open_leads"),
                  row.getInt("capacity"),
                  row.getObject("daily_cap", Integer.class),
                  weight,
                  row.getLong("last_turn"),
                  turns(row.getLong("pass") - row.getLong("virtual_time"), weight),
                  turns(row.getLong("credit"), weight),
                  why(row)));
        }
      }
      return places;
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    int weight = row.getInt("weight");
    Movement.Cause cause = Movement.Cause.valueOf(row.getString("cause"));
    long moved = row.getLong("pass_after") - row.getLong("pass_before");
    // Where somebody who joins comes from means nothing.
    boolean means = cause != Movement.Cause.JOINED;
    return new Entry(
        row.getLong("id"),
        row.getObject("rep_id", UUID.class),
        cause,
        turns(means ? moved : 0, weight),
        turns(row.getLong("credit_after"), weight),
        why(row),
        weight,
        row.getObject("assignment_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static WhyPassed why(ResultSet row) throws SQLException {
    String keptBy = row.getString("kept_by");
    return keptBy == null ? null : WhyPassed.valueOf(keptBy);
  }

  /** In turns of a rep with this weight, to two places. */
  private static BigDecimal turns(long amount, int weight) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(weight))
        .divide(BigDecimal.valueOf(Seat.SCALE), 2, RoundingMode.HALF_UP);
  }
}
