package baton.followup.calendar;

import baton.followup.timeline.Facts;
import baton.followup.timeline.Facts.Fact;
import baton.workingtime.Interval;
import baton.workingtime.WorkingCalendar;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Hours of reps as instants, one fact for a rep, a version of the roster and a month (of UTC), of
 * type {@value #TYPE}: the hours with which deadlines were set, whatever becomes of the roster, of
 * the data on holidays or of this code. A month is written once, by the first lead that needs it.
 */
public final class ResolvedMonths {

  /** Type of the facts. */
  public static final String TYPE = "tracker.calendar.v1";

  /** Most months that one lead makes known: what is older is older than any lead should wait. */
  static final int MOST = 36;

  private static final String TOPIC = "baton.roster";
  private static final String CLAIM =
      """
      insert into calendar_month (rep_id, version, month)
      select * from unnest(?::uuid[], ?::bigint[], ?::date[]) as wanted (rep_id, version, month)
       where not exists (select from calendar_month known
                          where known.rep_id = wanted.rep_id and known.version = wanted.version
                            and known.month = wanted.month)
       order by 1, 2, 3
      on conflict do nothing
      returning rep_id, version, month""";

  private final Map<Month, WorkingCalendar> wanted = new TreeMap<>();

  private record Month(UUID repId, long version, LocalDate first) implements Comparable<Month> {
    @Override
    public int compareTo(Month other) {
      int byRep = repId.compareTo(other.repId);
      int byVersion = byRep == 0 ? Long.compare(version, other.version) : byRep;
      return byVersion == 0 ? first.compareTo(other.first) : byVersion;
    }
  }

  /** The hours of a rep are needed from one instant to another, both included. */
  public void need(UUID repId, long version, WorkingCalendar calendar, Instant from, Instant to) {
    YearMonth last = monthOf(latest(to));
    YearMonth month = monthOf(from.isBefore(WorkingCalendar.EARLIEST) ? to : from);
    if (month.plusMonths(MOST - 1L).isBefore(last)) {
      month = last.minusMonths(MOST - 1L);
    }
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      wanted.put(new Month(repId, version, month.atDay(1)), calendar);
    }
  }

  private static Instant latest(Instant to) {
    Instant last = WorkingCalendar.LATEST.minusSeconds(1);
    return to.isAfter(last) ? last : to;
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  /** Adds a fact for each month that is not known yet. */
  public void write(Connection connection, Facts facts, Instant now) throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      List<Month> months = List.copyOf(wanted.keySet());
      claim.setArray(1, array(connection, "uuid", months.stream().map(Month::repId).toArray()));
      claim.setArray(2, array(connection, "bigint", months.stream().map(Month::version).toArray()));
      claim.setArray(
          3, array(connection, "date", months.stream().map(m -> m.first().toString()).toArray()));
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          Month month =
              new Month(
                  row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, LocalDate.class));
          facts.add(fact(month, wanted.get(month), now));
        }
      }
    }
    wanted.clear();
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static Fact fact(Month month, WorkingCalendar calendar, Instant now) {
    Instant from = month.first().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = month.first().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    String json =
        "{\"repId\":\"%s\",\"version\":%d,\"from\":\"%s\",\"to\":\"%s\",\"intervals\":[%s]}"
            .formatted(
                month.repId(),
                month.version(),
                from,
                to,
                calendar.intervals(from, to).stream()
                    .map(ResolvedMonths::json)
                    .collect(Collectors.joining(",")));
    String name = month.repId() + "/" + month.version() + "/" + month.first();
    return new Fact(
        month.repId(),
        null,
        TOPIC,
        TYPE,
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        now,
        json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Interval interval) {
    return "[\"" + interval.from() + "\",\"" + interval.to() + "\"]";
  }
}
