package baton.routing.pools;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows the turn of a pool. */
@Singleton
public class Pools {

  private static final String SEATS =
      """
      select p.turn, r.rep_id, r.name, r.active, s.open_leads, r.capacity, r.daily_cap, s.last_turn
        from pool p left join seat s on s.pool = p.name left join rep r on r.rep_id = s.rep_id
       where p.name = ? order by s.last_turn, s.rep_id""";

  private final AgroalDataSource database;

  Pools(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A pool.
   *
   * @param turn number of the last turn taken
   * @param seats in the order of the turn: the first who can take a lead comes next
   */
  public record Pool(String name, long turn, List<Place> seats) {}

  /**
   * A rep's place in the turn.
   *
   * @param lastTurn number of the turn in which the rep was given a lead last, or joined
   */
  @Schema(name = "PoolPlace")
  public record Place(
      UUID repId,
      String name,
      boolean active,
      int openLeads,
      int capacity,
      Integer dailyCap,
      long lastTurn) {}

  /** The pool of this name, or empty if there is none. */
  public Optional<Pool> find(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SEATS)) {
      query.setString(1, name);
      List<Place> places = new ArrayList<>();
      Long turn = null;
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          turn = row.getLong("turn");
          if (row.getObject("rep_id") != null) {
            places.add(place(row));
          }
        }
      }
      return turn == null ? Optional.empty() : Optional.of(new Pool(name, turn, places));
    }
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getObject("rep_id", UUID.class),
        row.getString("name"),
        row.getBoolean("active"),
        row.getInt("open_leads"),
        row.getInt("capacity"),
        row.getObject("daily_cap", Integer.class),
        row.getLong("last_turn"));
  }
}
