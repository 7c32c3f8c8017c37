package baton.followup.calendar;

import baton.events.routing.Rep;
import baton.followup.Recent;
import baton.workingtime.Absence;
import baton.workingtime.WeeklyHours;
import baton.workingtime.WorkingBlock;
import baton.workingtime.WorkingCalendar;
import baton.workingtime.holidays.HolidayRegion;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes calendars out of what the roster and the policy say, and keeps the last ones. What another
 * service published and cannot be understood here, such as a zone that this machine does not know,
 * is left out and logged: a lead waits for nobody's spelling.
 */
@Singleton
public class Calendars {

  private static final Logger LOG = Logger.getLogger(Calendars.class);
  private static final int MOST = 2_000;

  private final Recent<Key, WorkingCalendar> recent = new Recent<>(MOST);
  private final Recent<Week, WorkingCalendar> weeks = new Recent<>(MOST);

  private record Key(UUID repId, long version) {}

  /**
   * Hours without anybody's absences.
   *
   * @param blocks none: always
   * @param holidays region whose public holidays are off, or null
   */
  public record Week(String zone, List<WorkingBlock> blocks, String holidays) {}

  /** The hours of a rep as the roster had them in this version. */
  public synchronized WorkingCalendar of(Rep rep) {
    Key key = new Key(rep.repId(), rep.version());
    WorkingCalendar known = recent.get(key);
    if (known == null) {
      known = of(new Week(rep.zone(), blocks(rep), rep.holidays())).withAbsences(absences(rep));
      recent.put(key, known);
    }
    return known;
  }

  /** Hours that are nobody's own; made once, so that colleagues share the years. */
  public synchronized WorkingCalendar of(Week week) {
    WorkingCalendar known = weeks.get(week);
    if (known == null) {
      known = WorkingCalendar.of(zone(week.zone()), WeeklyHours.of(week.blocks()));
      if (week.holidays() != null) {
        known = HolidayRegion.find(week.holidays()).map(known::withHolidaysOf).orElse(known);
      }
      weeks.put(week, known);
    }
    return known;
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      LOG.warn("a rep is in a zone that is not known here; UTC is taken");
      return ZoneOffset.UTC;
    }
  }

  private static List<WorkingBlock> blocks(Rep rep) {
    List<WorkingBlock> blocks = new ArrayList<>();
    for (Rep.WorkingBlock block : rep.workingHours()) {
      if (block.to().equals(LocalTime.MIDNIGHT) || block.from().isBefore(block.to())) {
        blocks.add(new WorkingBlock(block.day(), block.from(), block.to()));
      }
    }
    return blocks;
  }

  private static List<Absence> absences(Rep rep) {
    List<Absence> absences = new ArrayList<>();
    if (rep.absences() != null) {
      for (Rep.Absence absence : rep.absences()) {
        if (!absence.to().isBefore(absence.from())) {
          absences.add(new Absence(absence.from(), absence.to()));
        }
      }
    }
    return absences;
  }
}
