package baton.workingtime.holidays;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** The expected results of date-holidays, where they are at hand. */
final class PublicHolidayData {

  static final Path FOLDER =
      Path.of(
          System.getProperty("baton.shared", "../../../shared"),
          "data",
          "public_holidays_date_holidays");

  private static final ObjectMapper JSON = new ObjectMapper();

  private PublicHolidayData() {}

  static boolean isAtHand() {
    return Files.isDirectory(FOLDER);
  }

  /** Days that the files of a region call public; some holidays last several. */
  static SortedSet<LocalDate> publicHolidays(String region, int year) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>();
    JsonNode holidays = JSON.readTree(FOLDER.resolve(region + "-" + year + ".json").toFile());
    for (JsonNode holiday : holidays) {
      if (holiday.get("type").asText().equals("public")) {
        LocalDate first = LocalDate.parse(holiday.get("date").asText().substring(0, 10));
        first.datesUntil(first.plusDays(length(holiday))).forEach(days::add);
      }
    }
    return days;
  }

  /** A day may have 23 or 25 hours. */
  private static long length(JsonNode holiday) {
    Duration length =
        Duration.between(
            Instant.parse(holiday.get("start").asText()),
            Instant.parse(holiday.get("end").asText()));
    return length.plusHours(12).toDays();
  }
}
