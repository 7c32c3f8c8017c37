package baton.routing.roster.rest;

import baton.events.routing.Rep;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.routing.roster.RosterEntry;
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
import java.util.TreeMap;
import java.util.UUID;

/**
 * A rep as it is to be.
 *
 * @param zone IANA time zone, for example Europe/Berlin
 * @param workingHours weekly blocks in the zone; none means always. Published with the rep; they do
 *     not decide yet who is given a lead
 * @param absences days on which the rep takes no leads
 * @param active null means true
 * @param capacity open leads held at most
 * @param dailyCap leads given at most on one day in the zone; null for any number
 * @param externalIds id of the rep in other systems, by system
 */
public record RepRequest(
    @NotBlank @Size(max = 200) @PlainText String name,
    @Size(min = 1, max = 200) @PlainText String team,
    UUID managerId,
    @NotBlank String zone,
    @Size(max = 100) List<@NotNull @Valid Block> workingHours,
    @Size(max = 400) List<@NotNull @Valid Days> absences,
    Boolean active,
    @NotNull @Min(0) @Max(1000) Integer capacity,
    @Min(0) @Max(1000) Integer dailyCap,
    @Size(max = 20)
        Map<@Pattern(regexp = SYSTEM) String, @NotBlank @Size(max = 200) @PlainText String>
            externalIds) {

  private static final String SYSTEM = "[a-z0-9][a-z0-9-]{0,62}";

  /** A block of work on one day of the week, from earlier to later. */
  public record Block(@NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {}

  /** From the first to the last day. */
  public record Days(@NotNull LocalDate from, @NotNull LocalDate to) {}

  /** What is wanted; answers 400 with everything that annotations cannot check. */
  RosterEntry.Wanted toWanted(UUID repId) {
    List<FieldError> errors = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      errors.add(FieldError.at("/zone", "must be an IANA time zone such as Europe/Berlin"));
    }
    List<Rep.WorkingBlock> blocks = blocks(errors);
    List<Rep.Absence> away = absences(errors);
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the rep is not valid", errors);
    }
    return new RosterEntry.Wanted(
        repId,
        name,
        team,
        managerId,
        zone,
        blocks,
        away,
        !Boolean.FALSE.equals(active),
        capacity,
        dailyCap,
        externalIds == null ? Map.of() : new TreeMap<>(externalIds));
  }

  private List<Rep.WorkingBlock> blocks(List<FieldError> errors) {
    List<Rep.WorkingBlock> blocks = new ArrayList<>();
    List<Block> wanted = workingHours == null ? List.of() : workingHours;
    for (int i = 0; i < wanted.size(); i++) {
      Block block = wanted.get(i);
      if (!block.from().isBefore(block.to())) {
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
