package baton.followup.metrics;

import baton.followup.calendar.Calendars;
import baton.followup.commitment.FileListener;
import baton.followup.commitment.RosterStore;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.metrics.domain.Counts;
import baton.followup.metrics.domain.Counts.Change;
import baton.followup.metrics.domain.CycleStory;
import baton.workingtime.WorkingCalendar;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the numbers: whenever a file changes, what it counts for more or less than before. What was
 * imported as history counts for nothing.
 */
@Singleton
public class LiveNumbers implements FileListener {

  private final CountedCycles counted;
  private final DeltaLog deltas;
  private final RosterStore roster;
  private final Calendars calendars;

  public LiveNumbers(
      CountedCycles counted, DeltaLog deltas, RosterStore roster, Calendars calendars) {
    this.counted = counted;
    this.deltas = deltas;
    this.roster = roster;
    this.calendars = calendars;
  }

  @Override
  public void changed(Connection connection, Collection<LeadFile> files, Instant now)
      throws SQLException {
    OwnHours hours = new OwnHours(connection);
    Map<UUID, CycleStory> stories = new HashMap<>();
    for (LeadFile file : files) {
      Stories told = new Stories(file, hours);
      for (Cycle cycle : file.cycles()) {
        if (!cycle.origin().history()) {
          stories.put(cycle.id(), told.of(cycle));
        }
      }
    }
    Map<UUID, CycleStory> before = counted.load(connection, stories.keySet());
    stories.entrySet().removeIf(story -> story.getValue().equals(before.get(story.getKey())));
    counted.save(connection, stories);
    deltas.append(connection, deltas(before, stories, now.truncatedTo(ChronoUnit.HOURS)));
  }

  /** Of all these cycles together: most change the same few cells. */
  private static List<Delta> deltas(
      Map<UUID, CycleStory> before, Map<UUID, CycleStory> after, Instant recorded) {
    Map<Delta.Place, Integer> amounts = new LinkedHashMap<>();
    after.forEach(
        (cycle, story) -> {
          for (Change change : Counts.of(story).since(Counts.of(before.get(cycle)))) {
            Instant happened = change.at().truncatedTo(ChronoUnit.HOURS);
            amounts.merge(
                new Delta.Place(change.cell(), happened, recorded), change.amount(), Integer::sum);
          }
        });
    List<Delta> deltas = new ArrayList<>();
    amounts.forEach(
        (place, amount) -> {
          if (amount != 0) {
            deltas.add(new Delta(place, amount));
          }
        });
    return deltas;
  }

  /** The hours of reps, read once in a transaction. */
  private final class OwnHours implements Hours {

    private final Connection connection;
    private final Map<Version, Optional<WorkingCalendar>> known = new HashMap<>();

    private OwnHours(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Duration worked(Assignment assignment, Instant from, Instant to) throws SQLException {
      Optional<WorkingCalendar> calendar =
          of(new Version(assignment.repId(), assignment.repVersion()));
      return calendar.isEmpty() || !isKnown(from) || !isKnown(to)
          ? null
          : calendar.get().between(from, to);
    }

    private Optional<WorkingCalendar> of(Version version) throws SQLException {
      Optional<WorkingCalendar> calendar = known.get(version);
      if (calendar == null) {
        calendar = roster.version(connection, version.repId, version.number).map(calendars::of);
        known.put(version, calendar);
      }
      return calendar;
    }
  }

  private record Version(UUID repId, long number) {}

  private static boolean isKnown(Instant time) {
    return !time.isBefore(WorkingCalendar.EARLIEST) && !time.isAfter(WorkingCalendar.LATEST);
  }
}
