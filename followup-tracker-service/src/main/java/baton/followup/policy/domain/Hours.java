package baton.followup.policy.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Hours that are nobody's own.
 *
 * @param zone IANA time zone
 * @param blocks weekly blocks in the zone; empty means always
 * @param holidays region whose public holidays are off, such as DE-BY, or null
 */
public record Hours(String zone, List<Block> blocks, String holidays) {

  /**
   * A block of one day of the week.
   *
   * @param to 00:00 is the end of the day
   */
  public record Block(DayOfWeek day, LocalTime from, LocalTime to) {}

  List<Fault> faults(String at, Predicate<String> regions) {
    List<Fault> faults = new ArrayList<>();
    if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
      faults.add(new Fault(at + "/zone", "must be an IANA time zone such as Europe/Berlin"));
    }
    if (holidays != null && !regions.test(holidays)) {
      faults.add(
          new Fault(at + "/holidays", "must be a region whose holidays are known, such as DE-BY"));
    }
    for (int i = 0; blocks != null && i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String there = at + "/blocks/" + i;
      if (block == null || block.day() == null || block.from() == null || block.to() == null) {
        faults.add(new Fault(there, "has day, from and to"));
      } else if (!block.to().equals(LocalTime.MIDNIGHT) && !block.from().isBefore(block.to())) {
        faults.add(new Fault(there + "/to", "must be after from"));
      }
    }
    return faults;
  }
}
