package baton.followup.commitment.persistence;

import baton.events.EventJson;
import baton.events.routing.Rep;
import baton.followup.Recent;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.Roster.NamedRep;
import baton.followup.commitment.RosterStore;
import baton.followup.commitment.domain.RepActivity;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps reps in the tables {@code rep}, {@code rep_version} and {@code rep_external_id}. Whom an id
 * meant at a time, the function {@code rep_at} of the database says.
 */
@Singleton
public class RosterTables implements RosterStore {

  private static final int MOST_REPS = 2_000;

  private static final String VERSIONS =
      "select rep_id, version from rep where rep_id = any(?::uuid[])";
  private static final String VERSION =
      """
      select data from rep_version where rep_id = ? and version >= ? order by version limit 1""";
  private static final String WRITE_REP =
      """
      insert into rep (rep_id, version, data) values (?, ?, ?::jsonb)
      on conflict (rep_id) do update set version = excluded.version, data = excluded.data
       where rep.version < excluded.version""";
  private static final String WRITE_VERSION =
      """
      insert into rep_version (rep_id, version, updated_at, data) values (?, ?, ?, ?::jsonb)
      on conflict do nothing""";
  private static final String WRITE_ID =
      """
      insert into rep_external_id (system, external_id, rep_id, updated_at) values (?, ?, ?, ?)
      on conflict do nothing""";

  /** By the same keys as the facts that early events wait for. */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock%s(key)
        from (select distinct hashtextextended(fact, 0) as key
                from unnest(?::text[]) as fact order by key) as keys""";

  private static final String PERFORMERS =
      """
      select coalesce(rep_id, rep_at(source, external_id, at))
        from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
             with ordinality as done (rep_id, source, external_id, at, number)
       order by number""";

  /** Of a record that names an id: what was done after it and before the next one that names it. */
  private static final String MARK =
      """
      insert into lead_to_assess (lead_id)
      select distinct a.lead_id
        from unnest(?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
             as named (system, external_id, rep_id, at)
        left join lateral (select rep_id from rep_external_id c
                            where c.system = named.system and c.external_id = named.external_id
                              and c.updated_at < named.at
                            order by c.updated_at desc limit 1) before on true
        left join lateral (select rep_id, updated_at from rep_external_id c
                            where c.system = named.system and c.external_id = named.external_id
                              and c.updated_at > named.at
                            order by c.updated_at limit 1) next on true
        join activity a on a.source = named.system and a.external_rep_id = named.external_id
         and (before.rep_id is null or a.occurred_at >= named.at)
         and (next.updated_at is null or a.occurred_at < next.updated_at)
       where coalesce(before.rep_id, next.rep_id, named.rep_id) is distinct from named.rep_id
      on conflict do nothing""";

  private final Recent<Version, Rep> recent = new Recent<>(MOST_REPS);

  private record Version(UUID repId, long number) {}

  @Override
  public Map<UUID, Long> versions(Connection connection, Collection<UUID> reps)
      throws SQLException {
    Map<UUID, Long> versions = new HashMap<>();
    if (reps.isEmpty()) {
      return versions;
    }
    try (PreparedStatement query = connection.prepareStatement(VERSIONS)) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          versions.put(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
    }
    return versions;
  }

  /** A version never changes: it is read once for many leads. */
  @Override
  public Optional<Rep> version(Connection connection, UUID repId, long version)
      throws SQLException {
    Version asked = new Version(repId, version);
    Optional<Rep> rep = Optional.ofNullable(recent.get(asked));
    if (rep.isEmpty()) {
      rep = read(connection, asked);
      rep.filter(found -> found.version() == version).ifPresent(found -> recent.put(asked, found));
    }
    return rep;
  }

  private static Optional<Rep> read(Connection connection, Version asked) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(VERSION)) {
      query.setObject(1, asked.repId);
      query.setLong(2, asked.number);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                EventJson.read(Rep.class, row.getString(1).getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
      }
    }
  }

  @Override
  public void save(Connection connection, Rep rep, Collection<ExternalId> externalIds)
      throws SQLException {
    lock(connection, "", externalIds);
    try (PreparedStatement write = connection.prepareStatement(WRITE_REP);
        PreparedStatement version = connection.prepareStatement(WRITE_VERSION);
        PreparedStatement name = connection.prepareStatement(WRITE_ID)) {
      String data = new String(EventJson.write(rep), StandardCharsets.UTF_8);
      Rows.add(write, rep.repId(), rep.version(), data);
      write.executeBatch();
      Rows.add(version, rep.repId(), rep.version(), rep.updatedAt(), data);
      version.executeBatch();
      for (ExternalId externalId : externalIds) {
        Rows.add(name, externalId.system(), externalId.id(), rep.repId(), rep.updatedAt());
      }
      name.executeBatch();
    }
  }

  @Override
  public List<Optional<UUID>> performers(Connection connection, List<RepActivity> activities)
      throws SQLException {
    lock(
        connection,
        "_shared",
        activities.stream()
            .filter(activity -> activity.externalRepId() != null)
            .map(activity -> new ExternalId(activity.source(), activity.externalRepId()))
            .toList());
    try (PreparedStatement query = connection.prepareStatement(PERFORMERS)) {
      set(query, 1, "uuid", activities, a -> a.externalRepId() == null ? a.repId() : null);
      set(query, 2, "text", activities, RepActivity::source);
      set(query, 3, "text", activities, RepActivity::externalRepId);
      set(query, 4, "timestamptz", activities, RosterTables::time);
      List<Optional<UUID>> performers = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          performers.add(Optional.ofNullable(row.getObject(1, UUID.class)));
        }
      }
      return performers;
    }
  }

  private static OffsetDateTime time(RepActivity activity) {
    return activity.at().atOffset(ZoneOffset.UTC);
  }

  @Override
  public void mark(Connection connection, Collection<NamedRep> named) throws SQLException {
    if (named.isEmpty()) {
      return;
    }
    try (PreparedStatement mark = connection.prepareStatement(MARK)) {
      set(mark, 1, "text", named, one -> one.externalId().system());
      set(mark, 2, "text", named, one -> one.externalId().id());
      set(mark, 3, "uuid", named, NamedRep::repId);
      set(mark, 4, "timestamptz", named, one -> one.at().atOffset(ZoneOffset.UTC));
      mark.executeUpdate();
    }
  }

  private static void lock(Connection connection, String how, Collection<ExternalId> ids)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement lock = connection.prepareStatement(LOCK.formatted(how))) {
      set(lock, 1, "text", ids, ExternalId::fact);
      lock.execute();
    }
  }

  private static <T> void set(
      PreparedStatement statement,
      int index,
      String type,
      Collection<T> rows,
      Function<T, Object> column)
      throws SQLException {
    Object[] values = rows.stream().map(column).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }
}
