package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Finds the fields of a lead in an object of unknown form, by their names: {@code work_email},
 * {@code EmailAddress} and {@code email} mean the same. The outermost match counts, and of several
 * on one level the first. A field may be a plain value, an object with a member {@code value}, or a
 * list, of which the first such counts.
 */
final class FieldFinder {

  private static final int DEEPEST = 6;
  private static final int LONGEST = 10_000;
  private static final Pattern EMPLOYEES =
      Pattern.compile("(\\d{1,9})(\\s*-\\s*\\d{1,9}|\\s*\\+)?");
  private static final Map<String, String> COUNTRY_NAMES = countryNames();

  private final Map<String, String> found = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private record Level(JsonNode node, int depth) {}

  FieldFinder(JsonNode item) {
    Deque<Level> queue = new ArrayDeque<>();
    queue.add(new Level(item, 0));
    while (!queue.isEmpty()) {
      Level level = queue.poll();
      visit(level, queue);
    }
  }

  private void visit(Level level, Deque<Level> queue) {
    if (level.node().isArray()) {
      level.node().forEach(child -> queue.add(new Level(child, level.depth() + 1)));
      return;
    }
    for (var field : level.node().properties()) {
      String name = plain(field.getKey());
      String value = text(field.getValue());
      if (value != null) {
        found.putIfAbsent(name, value);
      }
      if (field.getValue().isContainerNode() && level.depth() < DEEPEST) {
        queue.add(new Level(field.getValue(), level.depth() + 1));
      }
    }
  }

  Content content() {
    return new Content(
        first(
            320,
            this::looksLikeEmail,
            "email",
            "emailaddress",
            "workemail",
            "businessemail",
            "mail"),
        first(
            60,
            v -> true,
            "phone",
            "phonenumber",
            "mobile",
            "mobilephone",
            "mobilephonenumber",
            "workphone",
            "workphonenumber",
            "telephone",
            "tel",
            "callernum"),
        first(200, v -> true, "givenname", "firstname", "fname"),
        first(200, v -> true, "familyname", "lastname", "surname", "lname"),
        first(400, v -> true, "fullname", "name", "contactname"),
        first(200, v -> true, "title", "jobtitle", "position"),
        first(300, v -> true, "company", "companyname", "organisation", "organization", "orgname"),
        first(253, v -> v.contains("."), "companydomain", "domain"),
        country(first(100, v -> true, "country", "countrycode")),
        first(200, v -> true, "industry"),
        employees(first(24, v -> true, "employees", "numemployees", "numberofemployees")),
        first(200, v -> true, "campaign", "campaignname", "utmcampaign", "campaignid"),
        first(LONGEST, v -> true, "notes", "message", "comments", "comment"),
        Map.of(),
        time(first(40, v -> true, "sentat", "submittedat", "createdat", "timestamp", "datetime")),
        null,
        List.of());
  }

  /** Those of these answers that no field of {@link #content} took. */
  Map<String, String> others(Map<String, String> answers) {
    Map<String, String> others = new LinkedHashMap<>(answers);
    others.keySet().removeIf(name -> taken.contains(plain(name)));
    return others;
  }

  private String first(int longest, Predicate<String> fits, String... names) {
    for (String name : names) {
      String value = found.get(name);
      if (value != null && value.length() <= longest && fits.test(value)) {
        taken.add(name);
        return value;
      }
    }
    return null;
  }

  private boolean looksLikeEmail(String value) {
    return value.contains("@");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .filter(element -> !element.isArray())
          .map(FieldFinder::text)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    JsonNode value = node.isObject() && node.has("value") ? node.get("value") : node;
    if (!value.isValueNode() || value.isNull() || value.isBoolean()) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  private static String country(String given) {
    if (given == null) {
      return null;
    }
    String upper = given.toUpperCase(Locale.ROOT);
    if (Set.of(Locale.getISOCountries()).contains(upper)) {
      return upper;
    }
    return COUNTRY_NAMES.get(given.toLowerCase(Locale.ROOT));
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

  /** Of a range, such as {@code 25-50} or {@code 1000+}, the lower end: so many there are. */
  private static Integer employees(String given) {
    Matcher number = EMPLOYEES.matcher(given == null ? "" : given);
    return number.matches() ? Integer.valueOf(number.group(1)) : null;
  }

  /** A time with its zone, of which Meta leaves out the colon; null if it is none. */
  static Instant time(String given) {
    try {
      return given == null
          ? null
          : OffsetDateTime.parse(given.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
