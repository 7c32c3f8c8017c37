package baton.followup.owed;

import baton.eventlog.Transactions;
import baton.followup.commitment.domain.Deadline;
import baton.followup.names.LeadTraits;
import baton.followup.names.LeadTraits.Traits;
import baton.followup.names.RepNames;
import baton.followup.owed.Owed.Entry;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The leads behind the numbers of {@link Owed}: an entry for each that is counted, by due time. Of
 * two checkpoints of a cycle the first that is owed stands for both.
 */
@Singleton
public class OwedLeads {

  private static final String SQL =
      """
      select owed.*, y.grade, y.campaign
        from (select holder_id, lead_id, cycle_id, rep_id, kind, due_at
                from commitment c
               where kind = ? and %s and due_at <= ? and (due_at, holder_id) > (?, ?)
               order by due_at, holder_id limit ?) owed
        join cycle y using (cycle_id)
       order by due_at, holder_id""";

  private final Transactions transactions;
  private final RepNames names;
  private final LeadTraits traits;
  private final Clock clock;

  public OwedLeads(Transactions transactions, RepNames names, LeadTraits traits, Clock clock) {
    this.transactions = transactions;
    this.names = names;
    this.traits = traits;
    this.clock = clock;
  }

  /** Which of the numbers. */
  public enum Which {
    /** All that there is time for. */
    OPEN,
    /** What of it is due within an hour. */
    SOON,
    /** What is owed although its deadline has passed. */
    LATE
  }

  /** The place of an entry in the order of falling due. */
  public record Place(Instant dueAt, UUID holderId) {
    /** Before the first one. */
    public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
  }

  /** An entry, and its place. */
  public record Placed(Entry entry, Place place) {}

  /** Those behind a number, after this place. */
  public List<Placed> list(Deadline.Kind kind, Which which, Place after, int most)
      throws SQLException {
    List<Placed> bare = read(kind, which, after, most);
    List<Entry> entries = bare.stream().map(Placed::entry).toList();
    Map<UUID, String> reps = names.of(entries.stream().map(Entry::repId).toList());
    Map<UUID, Traits> known = traits.of(entries.stream().map(Entry::leadId).toList());
    return bare.stream()
        .map(one -> new Placed(one.entry().named(reps, known), one.place()))
        .toList();
  }

  private List<Placed> read(Deadline.Kind kind, Which which, Place after, int most)
      throws SQLException {
    String condition = which == Which.LATE ? OwedNow.IS_LATE : OwedNow.IS_OPEN;
    String sql = SQL.formatted(OwedNow.first(condition));
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            int next = 1;
            query.setString(next++, kind.name());
            query.setObject(next++, until(which));
            query.setObject(next++, after.dueAt().atOffset(ZoneOffset.UTC));
            query.setObject(next++, after.holderId());
            query.setInt(next, most);
            return read(query);
          }
        });
  }

  private OffsetDateTime until(Which which) {
    Duration ahead = which == Which.SOON ? OwedNow.SOON : Duration.ofDays(36_500);
    return clock.instant().plus(ahead).atOffset(ZoneOffset.UTC);
  }

  private static List<Placed> read(PreparedStatement query) throws SQLException {
    List<Placed> entries = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Entry entry = Entry.from(row);
        entries.add(
            new Placed(entry, new Place(entry.dueAt(), row.getObject("holder_id", UUID.class))));
      }
    }
    return entries;
  }
}
