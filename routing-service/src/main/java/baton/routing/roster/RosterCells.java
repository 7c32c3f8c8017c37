package baton.routing.roster;

import baton.events.routing.Rep;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the cells of a roster that somebody uploads. Empty is returned for no such. */
final class RosterCells {

  private static final Map<String, DayOfWeek> DAYS = new TreeMap<>();

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      DAYS.put(name, day);
      DAYS.put(name.substring(0, 3), day);
    }
  }

  private static final Pattern DAY = Pattern.compile("([a-z]+)(?:-([a-z]+))?");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})");
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  private RosterCells() {}

  /**
   * Weekly hours: {@code Mon-Fri 09:00-12:00 13:00-17:00; Sat 10:00-14:00}. 24:00 is the end of the
   * day.
   */
  static Optional<List<Rep.WorkingBlock>> hours(String text) {
    List<Rep.WorkingBlock> blocks = new ArrayList<>();
    for (String part : text.toLowerCase(Locale.ROOT).split("[;|]")) {
      if (part.isBlank()) {
        continue;
      }
      String[] words = part.strip().split("\\s+");
      List<DayOfWeek> days = days(words[0]);
      if (days.isEmpty() || words.length < 2) {
        return Optional.empty();
      }
      for (int i = 1; i < words.length; i++) {
        Matcher hours = HOURS.matcher(words[i]);
        Optional<LocalTime> from = hours.matches() ? time(hours.group(1)) : Optional.empty();
        Optional<LocalTime> to = hours.matches() ? time(hours.group(2)) : Optional.empty();
        if (from.isEmpty() || to.isEmpty() || !isStretch(from.get(), to.get())) {
          return Optional.empty();
        }
        days.forEach(day -> blocks.add(new Rep.WorkingBlock(day, from.get(), to.get())));
      }
    }
    return blocks.size() <= RosterEntry.MOST_BLOCKS ? Optional.of(blocks) : Optional.empty();
  }

  /** True if work from one to the other ends on its day; midnight is its end. */
  static boolean isStretch(LocalTime from, LocalTime to) {
    return to.equals(MIDNIGHT) || from.isBefore(to);
  }

  private static List<DayOfWeek> days(String text) {
    Matcher days = DAY.matcher(text);
    if (!days.matches() || !DAYS.containsKey(days.group(1))) {
      return List.of();
    }
    DayOfWeek first = DAYS.get(days.group(1));
    if (days.group(2) == null) {
      return List.of(first);
    }
    DayOfWeek last = DAYS.get(days.group(2));
    List<DayOfWeek> all = new ArrayList<>();
    for (DayOfWeek day = first; last != null && all.size() < 7; day = day.plus(1)) {
      all.add(day);
      if (day == last) {
        return all;
      }
    }
    return List.of();
  }

  private static Optional<LocalTime> time(String text) {
    try {
      String padded = text.length() == 4 ? "0" + text : text;
      return Optional.of(padded.equals("24:00") ? MIDNIGHT : LocalTime.parse(padded));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Days off: {@code 2026-04-03..2026-04-10 2026-12-24}. */
  static Optional<List<Rep.Absence>> absences(String text) {
    List<Rep.Absence> absences = new ArrayList<>();
    for (String part : words(text)) {
      String[] ends = part.split("\\.\\.", 2);
      try {
        LocalDate from = LocalDate.parse(ends[0]);
        LocalDate to = ends.length == 1 ? from : LocalDate.parse(ends[1]);
        if (to.isBefore(from)) {
          return Optional.empty();
        }
        absences.add(new Rep.Absence(from, to));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return absences.size() <= RosterEntry.MOST_ABSENCES ? Optional.of(absences) : Optional.empty();
  }

  /** Weights by pool: {@code midmarket:2;partners}. */
  static Optional<SortedMap<String, Integer>> pools(String text) {
    SortedMap<String, Integer> pools = new TreeMap<>();
    for (String part : words(text)) {
      String[] sides = part.split(":", 2);
      Optional<Integer> weight = sides.length == 1 ? Optional.of(1) : number(sides[1], 1, 100);
      if (weight.isEmpty()
          || !sides[0].matches("[a-z0-9-]{1,63}")
          || pools.put(sides[0], weight.get()) != null) {
        return Optional.empty();
      }
    }
    return pools.size() <= RosterEntry.MOST_POOLS ? Optional.of(pools) : Optional.empty();
  }

  /** Ids in other systems: {@code crm=123;dialer=a-7}. */
  static Optional<SortedMap<String, String>> externalIds(String text) {
    SortedMap<String, String> ids = new TreeMap<>();
    for (String part : words(text)) {
      String[] sides = part.split("=", 2);
      if (sides.length < 2
          || sides[1].isEmpty()
          || sides[1].length() > 200
          || sides[1].chars().anyMatch(Character::isISOControl)
          || !sides[0].matches("[a-z0-9][a-z0-9-]{0,62}")
          || ids.put(sides[0], sides[1]) != null) {
        return Optional.empty();
      }
    }
    return ids.size() <= RosterEntry.MOST_EXTERNAL_IDS ? Optional.of(ids) : Optional.empty();
  }

  /** A whole number within limits. */
  static Optional<Integer> number(String text, int least, int most) {
    if (!text.matches("\\d{1,7}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }

  /** Yes or no, true or false, 1 or 0. */
  static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> Optional.of(true);
      case "false", "no", "n", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static List<String> words(String text) {
    return List.of(text.split("[;|\\s]+")).stream().filter(word -> !word.isEmpty()).toList();
  }
}
