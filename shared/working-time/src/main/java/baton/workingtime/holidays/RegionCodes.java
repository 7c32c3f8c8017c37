package baton.workingtime.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which regions there are. A country's are read when it is first asked for, and kept. */
final class RegionCodes {

  private static final int SUGGESTIONS = 5;

  /** Codes that are often used and are not those of ISO 3166. */
  private static final Map<String, String> MISTAKES = Map.of("UK", "GB", "EL", "GR");

  private static final Map<String, Map<String, HolidayRegion>> BY_COUNTRY =
      new ConcurrentHashMap<>();

  private RegionCodes() {}

  static Optional<HolidayRegion> find(String code) {
    String canonical = canonical(code);
    return Optional.ofNullable(regionsOf(country(canonical)).get(canonical));
  }

  static List<String> nearest(String code) {
    String canonical = canonical(code);
    String said = country(canonical);
    String country = MISTAKES.getOrDefault(said, said);
    Map<String, HolidayRegion> regions = regionsOf(country);
    return regions.isEmpty()
        ? nearest(country, Jollyday.countries())
        : nearest(country + canonical.substring(said.length()), regions.keySet());
  }

  private static List<String> nearest(String meant, Collection<String> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.<String>comparingInt(candidate -> Spelling.distance(candidate, meant))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SUGGESTIONS)
        .toList();
  }

  static SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>();
    Jollyday.countries().forEach(country -> all.addAll(regionsOf(country).keySet()));
    return Collections.unmodifiableSortedSet(all);
  }

  private static Map<String, HolidayRegion> regionsOf(String country) {
    return Jollyday.countries().contains(country)
        ? BY_COUNTRY.computeIfAbsent(country, RegionCodes::read)
        : Map.of();
  }

  private static Map<String, HolidayRegion> read(String country) {
    Map<String, HolidayRegion> regions = new TreeMap<>();
    collect(Jollyday.hierarchy(country), List.of(), regions);
    return regions;
  }

  private static void collect(
      CalendarHierarchy part, List<String> above, Map<String, HolidayRegion> regions) {
    List<String> path = new ArrayList<>(above);
    path.add(part.getId());
    String code = canonical(String.join("-", path));
    regions.put(code, new HolidayRegion(code, List.copyOf(path)));
    part.getChildren().values().forEach(child -> collect(child, path, regions));
  }

  private static String country(String canonical) {
    int dash = canonical.indexOf('-');
    return dash < 0 ? canonical : canonical.substring(0, dash);
  }

  private static String canonical(String code) {
    return Objects.requireNonNull(code, "code").strip().toUpperCase(Locale.ROOT);
  }
}
