package baton.routing.roster.rest;

import baton.events.routing.Rep;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.routing.roster.RosterEntry;
import baton.workingtime.holidays.HolidayRegion;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A rep as it is to be.
 *
 * @param zone IANA time zone, for example Europe/Berlin
 * @param email known to routing only and never published; unique; null if unknown
 * @param team made if it is new
 * @param managerId a rep on the roster; null for the manager of the team
 * @param workingHours weekly blocks in the zone; none means always
 * @param holidays country or region whose public holidays are off, such as DE-BY
 * @param absences days on which the rep takes no leads
 * @param active null means true
 * @param capacity open leads held at most
 * @param dailyCap leads given at most on one day in the zone; null for any number
 * @param externalIds id of the rep in other systems, by system
 * @param pools weight, 1 to 100, in each pool; null leaves them as they are, and puts a new rep
 *     into the pool default
 */
// What was read can be changed and put back: it has more members.
@JsonIgnoreProperties(ignoreUnknown = true)
public record RepRequest(
    @NotBlank @Size(max = 200) @PlainText String name,
    @Pattern(regexp = RosterEntry.EMAIL) @Size(max = 254) String email,
    @Size(min = 1, max = 200) @PlainText String team,
    UUID managerId,
    @NotBlank String zone,
    @Size(max = RosterEntry.MOST_BLOCKS) List<@NotNull @Valid Block> workingHours,
    @Size(max = 20) String holidays,
    @Size(max = RosterEntry.MOST_ABSENCES) List<@NotNull @Valid Days> absences,
    Boolean active,
    @NotNull @Min(0) @Max(1000) Integer capacity,
    @Min(0) @Max(1000) Integer dailyCap,
    @Size(max = RosterEntry.MOST_EXTERNAL_IDS)
        Map<@Pattern(regexp = SYSTEM) String, @NotBlank @Size(max = 200) @PlainText String>
            externalIds,
    @Size(max = RosterEntry.MOST_POOLS)
        Map<@Pattern(regexp = POOL) String, @NotNull @Min(1) @Max(100) Integer> pools) {

  private static final String POOL = "[a-z0-9-]{1,63}";
  private static final String SYSTEM = "[a-z0-9][a-z0-9-]{0,62}";

  /** A block of work on one day of the week; until 00:00 is until the end of the day. */
  public record Block(@NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {}

  /** From the first to the last day. */
  public record Days(@NotNull LocalDate from, @NotNull LocalDate to) {}

  /** What is wanted; answers 400 with everything that annotations cannot check. */
  RosterEntry.Wanted toWanted(UUID repId) {
    List<FieldError> errors = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      errors.add(FieldError.at("/zone", "must be an IANA time zone such as Europe/Berlin"));
    }
    Optional<String> region =
        Optional.ofNullable(holidays)
            .map(HolidayRegion::find)
            .flatMap(r -> r)
            .map(HolidayRegion::code);
    if (holidays != null && region.isEmpty()) {
      errors.add(
          FieldError.at(
              "/holidays",
              "no holidays are known for it; near it are "
                  + String.join(", ", HolidayRegion.nearest(holidays))));
    }
    List<Rep.WorkingBlock> blocks = blocks(errors);
    List<Rep.Absence> away = absences(errors);
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the rep is not valid", errors);
    }
    return new RosterEntry.Wanted(
        repId,
        name,
        email,
        team,
        managerId,
        zone,
        blocks,
        region.orElse(null),
        away,
        !Boolean.FALSE.equals(active),
        capacity,
        dailyCap,
        externalIds == null ? Map.of() : new TreeMap<>(externalIds),
        pools == null ? null : new TreeMap<>(pools));
  }

  private List<Rep.WorkingBlock> blocks(List<FieldError> errors) {
    List<Rep.WorkingBlock> blocks = new ArrayList<>();
    List<Block> wanted = workingHours == null ? List.of() : workingHours;
    for (int i = 0; i < wanted.size(); i++) {
      Block block = wanted.get(i);
      if (!block.to().equals(LocalTime.MIDNIGHT) && !block.from().isBefore(block.to())) {
        errors.add(FieldError.at("/workingHours/" + i + "/to", "must be after from"));
      }
      blocks.add(new Rep.WorkingBlock(block.day(), block.from(), block.to()));
    }
    return blocks;
  }

  private List<Rep.Absence> absences(List<FieldError> errors) {
    List<Rep.Absence> away = new ArrayList<>();
    List<Days> wanted = absences == null ? List.of() : absences;
    for (int i = 0; i < wanted.size(); i++) {
      Days days = wanted.get(i);
      if (days.to().isBefore(days.from())) {
        errors.add(FieldError.at("/absences/" + i + "/to", "must not be before from"));
      }
      away.add(new Rep.Absence(days.from(), days.to()));
    }
    return away;
  }
}
