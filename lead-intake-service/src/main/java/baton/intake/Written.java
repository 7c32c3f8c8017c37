package baton.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people and platforms write them. */
public final class Written {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> COUNTRY_NAMES = countryNames();
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(\\s*-\\s*\\d{1,9}|\\s*\\+)?");

  private Written() {}

  /** ISO 3166-1 alpha-2 of a country by its code or its English name; null if it is none. */
  public static String country(String given) {
    if (given == null) {
      return null;
    }
    String upper = given.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(upper) ? upper : COUNTRY_NAMES.get(given.toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> countryNames() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      names.put(
          new Locale.Builder()
              .setRegion(code)
              .build()
              .getDisplayCountry(Locale.ENGLISH)
              .toLowerCase(Locale.ROOT),
          code);
    }
    return names;
  }

  /**
   * A whole number, of a range, such as {@code 25-50} or {@code 1000+}, the lower end: so many
   * there are. Null if it is none.
   */
  public static Integer number(String given) {
    Matcher number = NUMBER.matcher(given == null ? "" : given);
    return number.matches() ? Integer.valueOf(number.group(1)) : null;
  }

  /** Whether it means yes; null if it means neither yes nor no. */
  public static Boolean truth(String given) {
    return switch (given == null ? "" : given.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1", "checked" -> true;
      case "false", "no", "off", "0", "not checked" -> false;
      default -> null;
    };
  }

  /** A time with its zone, of which Meta leaves out the colon; null if it is none. */
  public static Instant time(String given) {
    try {
      return given == null
          ? null
          : OffsetDateTime.parse(given.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
