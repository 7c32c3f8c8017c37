package baton.followup.owed;

import baton.eventlog.Transactions;
import baton.followup.balance.CycleBalances;
import baton.followup.commitment.domain.CycleState;
import baton.followup.commitment.domain.Deadline;
import baton.followup.names.LeadTraits;
import baton.followup.names.LeadTraits.Traits;
import baton.followup.names.RepNames;
import baton.followup.owed.Owed.Entry;
import baton.followup.owed.Owed.Late;
import baton.followup.owed.Owed.Open;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks at what is owed, by partial indexes of what is open and of what is late: what was done,
 * however much, costs nothing. A breach that was withdrawn is none, and what an outcome, a release
 * or an erasure ended is owed no more.
 */
@Singleton
public class OwedNow {

  static final Duration SOON = Duration.ofHours(1);

  static final String IS_OPEN = "state = 'OPEN' and met_at is null";

  static final String IS_LATE = "state = 'BREACHED' and met_at is null and ended_at is null";

  /** Of two checkpoints of a cycle one touch is owed. */
  private static final String OPEN =
      """
      select kind, count(distinct holder_id) as count,
             count(distinct holder_id) filter (where due_at <= ?) as soon
        from commitment where %s group by kind"""
          .formatted(IS_OPEN);

  private static final String LATE =
      "select kind, count(distinct holder_id) as count from commitment where "
          + IS_LATE
          + " group by kind";

  private static final String ENTRIES =
      """
      select c.lead_id, c.cycle_id, c.rep_id, c.kind, c.due_at, y.grade, y.campaign
        from (select * from commitment c where %s order by due_at %s limit ?) c
        join cycle y on y.cycle_id = c.cycle_id
       order by c.due_at %s, c.holder_id, c.kind, c.checkpoint""";

  private static final String NEXT = ENTRIES.formatted(first(IS_OPEN), "", "");

  private static final String LATEST = ENTRIES.formatted(first(IS_LATE), "desc", "desc");

  private final Transactions transactions;
  private final CycleBalances balances;
  private final RepNames names;
  private final LeadTraits traits;
  private final Clock clock;

  public OwedNow(
      Transactions transactions,
      CycleBalances balances,
      RepNames names,
      LeadTraits traits,
      Clock clock) {
    this.transactions = transactions;
    this.balances = balances;
    this.names = names;
    this.traits = traits;
    this.clock = clock;
  }

  /** Of those of a holder for which this holds, the first one stands for all. */
  static String first(String condition) {
    return """
        %1$s and not exists (select from commitment
                              where holder_id = c.holder_id and kind = c.kind
                                and checkpoint < c.checkpoint and %1$s)"""
        .formatted(condition);
  }

  /** What is owed at this moment. */
  public Owed look() throws SQLException {
    Instant now = clock.instant();
    Owed bare = transactions.call(connection -> read(connection, now));
    List<Entry> all = Stream.concat(bare.next().stream(), bare.lateNow().stream()).toList();
    Map<UUID, String> reps = names.of(all.stream().map(Entry::repId).toList());
    Map<UUID, Traits> known = traits.of(all.stream().map(Entry::leadId).toList());
    return new Owed(
        now,
        bare.open(),
        bare.late(),
        named(bare.next(), reps, known),
        named(bare.lateNow(), reps, known),
        cycles());
  }

  private static List<Entry> named(
      List<Entry> entries, Map<UUID, String> reps, Map<UUID, Traits> known) {
    return entries.stream().map(entry -> entry.named(reps, known)).toList();
  }

  private Map<CycleState, Long> cycles() throws SQLException {
    Map<CycleState, Long> cycles = new EnumMap<>(CycleState.class);
    CycleState.open().forEach(state -> cycles.put(state, 0L));
    cycles.putAll(balances.open());
    return cycles;
  }

  private static Owed read(Connection connection, Instant now) throws SQLException {
    Map<String, Open> open = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(OPEN)) {
      query.setObject(1, now.plus(SOON).atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String kind = row.getString("kind");
          open.put(kind, new Open(kind, row.getLong("count"), row.getLong("soon")));
        }
      }
    }
    Map<String, Late> late = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LATE);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String kind = row.getString("kind");
        late.put(kind, new Late(kind, row.getLong("count")));
      }
    }
    List<String> kinds = Stream.of(Deadline.Kind.values()).map(Enum::name).toList();
    return new Owed(
        now,
        kinds.stream().map(kind -> open.getOrDefault(kind, new Open(kind, 0, 0))).toList(),
        kinds.stream().map(kind -> late.getOrDefault(kind, new Late(kind, 0))).toList(),
        entries(connection, NEXT),
        entries(connection, LATEST),
        Map.of());
  }

  private static List<Entry> entries(Connection connection, String sql) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, Owed.MOST);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(Entry.from(row));
        }
      }
    }
    return entries;
  }
}
