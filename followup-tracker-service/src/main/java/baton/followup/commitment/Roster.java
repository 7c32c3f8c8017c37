package baton.followup.commitment;

import baton.events.routing.Rep;
import baton.followup.commitment.domain.RepActivity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The reps as far as the tracker has read the roster, in one transaction. */
public final class Roster {

  private final Connection connection;
  private final RosterStore store;
  private final Map<UUID, Long> versions;
  private final Map<Named, Rep> reps = new HashMap<>();
  private final Set<NamedRep> named = new HashSet<>();

  private record Named(UUID repId, long version) {}

  /** A rep's id in another system. */
  public record ExternalId(String system, String id) {
    /** What an activity waits for that names a rep not yet known. */
    public String fact() {
      return "rep/" + system + "/" + id;
    }
  }

  /** A record of the roster of this time says that a rep has this id. */
  public record NamedRep(ExternalId externalId, UUID repId, Instant at) {}

  /**
   * @param reps those whose version will be asked for or taken
   */
  Roster(Connection connection, RosterStore store, Collection<UUID> reps) throws SQLException {
    this.connection = connection;
    this.store = store;
    this.versions = new HashMap<>(store.versions(connection, reps));
  }

  /** What waits for this that is about a rep who is not yet known, or not in its version. */
  public static String fact(UUID repId) {
    return "rep/" + repId;
  }

  /** The version of a rep that is known, 0 if none is. */
  public long versionOf(UUID repId) {
    return versions.getOrDefault(repId, 0L);
  }

  /** A rep as it was in this version, or in the next one that was read. */
  Rep rep(UUID repId, long version) throws SQLException {
    Named key = new Named(repId, version);
    Rep known = reps.get(key);
    if (known == null) {
      known = store.version(connection, repId, version).orElseThrow();
      reps.put(key, known);
    }
    return known;
  }

  /**
   * Who did this. The roster gives an id to one rep at a time: it means whoever the youngest record
   * named that is not younger than the activity; if there is none, whoever the first record named.
   * That depends on the records and on the time of the activity, not on what was read first.
   */
  public Optional<UUID> performer(RepActivity activity) throws SQLException {
    return performers(List.of(activity)).get(0);
  }

  /** Who did these, in their order. */
  List<Optional<UUID>> performers(List<RepActivity> activities) throws SQLException {
    return store.performers(connection, activities);
  }

  /**
   * Takes a rep as the roster had it in some version; returns what may have waited for it. An older
   * version than the one that is known tells whose ids were whose, and nothing else.
   */
  public List<String> take(Rep rep) throws SQLException {
    List<ExternalId> ids = new ArrayList<>();
    if (rep.externalIds() != null) {
      rep.externalIds().forEach((system, id) -> ids.add(new ExternalId(system, id)));
    }
    store.save(connection, rep, ids);
    reps.clear();
    versions.merge(rep.repId(), rep.version(), Math::max);
    ids.forEach(id -> named.add(new NamedRep(id, rep.repId(), rep.updatedAt())));
    List<String> facts = new ArrayList<>(List.of(fact(rep.repId())));
    ids.forEach(externalId -> facts.add(externalId.fact()));
    return facts;
  }

  /** Has the leads assessed anew that what was taken may concern. */
  void finish() throws SQLException {
    store.mark(connection, named);
    named.clear();
  }
}
