package baton.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * The most naive way to measure working time, on whole minutes: look at the clock on the wall once
 * a minute and count. Where the clock goes back, it counts as standing still until it has caught
 * up.
 */
final class MinuteByMinute {

  private final Scenario scenario;
  private Instant now;
  private LocalDateTime latestSeen = LocalDateTime.MIN;

  /** Looks at the clock from three days before, to know the latest time that it has shown. */
  MinuteByMinute(Scenario scenario) {
    this.scenario = scenario;
    this.now = scenario.start().minus(3, ChronoUnit.DAYS);
    while (now.isBefore(scenario.start())) {
      look();
    }
  }

  Instant now() {
    return now;
  }

  /** Passes a minute and says whether it was worked. */
  boolean look() {
    LocalDateTime shown = LocalDateTime.ofInstant(now, scenario.zone());
    if (shown.isAfter(latestSeen)) {
      latestSeen = shown;
    }
    now = now.plus(1, ChronoUnit.MINUTES);
    return isWorked(latestSeen);
  }

  private boolean isWorked(LocalDateTime minute) {
    LocalDate day = minute.toLocalDate();
    boolean away =
        scenario.absences().stream()
            .anyMatch(absence -> !day.isBefore(absence.first()) && !day.isAfter(absence.last()));
    boolean holiday =
        scenario.region() != null && scenario.region().holidays(day.getYear()).containsKey(day);
    return !away && !holiday && (scenario.blocks().isEmpty() || isInABlock(minute));
  }

  private boolean isInABlock(LocalDateTime minute) {
    LocalTime time = minute.toLocalTime();
    return scenario.blocks().stream()
        .filter(block -> block.day() == minute.getDayOfWeek())
        .anyMatch(
            block ->
                !time.isBefore(block.from())
                    && (block.to().equals(LocalTime.MIDNIGHT) || time.isBefore(block.to())));
  }
}
