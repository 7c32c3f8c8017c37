package baton.proving.demo;

import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The numbers of the day, as the system has them: everything that came on this day is in them. */
final class Figures {

  private static final String METRICS = "/api/followup/v1/metrics/";

  private final Doors doors;
  private final String days;

  Figures(Doors doors, Instant from, Instant to) {
    this.doors = doors;
    this.days = "&from=" + day(from) + "&to=" + day(to);
  }

  /** A table by campaign, and the rates over all. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "  %-18s %6s %9s %9s %9s %5s %5s%n"
            .formatted("campaign", "leads", "qualified", "accepted", "converted", "won", "lost"));
    for (Campaign campaign : Campaign.values()) {
      JsonNode stages = line("conversion", "&campaign=" + campaign.id()).path("stages");
      text.append(
          "  %-18s %6d %9d %9d %9d %5d %5d%n"
              .formatted(
                  campaign.id(),
                  stages.path("INQUIRY").asLong(),
                  stages.path("MQL").asLong(),
                  stages.path("SAL").asLong(),
                  stages.path("SQL").asLong(),
                  stages.path("WON").asLong(),
                  stages.path("LOST").asLong()));
    }
    text.append(
        "  %s followed up, %s accepted, %s ignored%n"
            .formatted(rate("follow-up-rate"), rate("acceptance-rate"), rate("ignored-rate")));
    text.append(
        "  %s of all assignments missed a deadline; rejected: %s%n"
            .formatted(rate("breach-rate"), reasons()));
    return text.toString();
  }

  private String rate(String metric) {
    return Math.round(100 * line(metric, "").path("rate").asDouble()) + " %";
  }

  private String reasons() {
    JsonNode reasons = line("rejections", "").path("reasons");
    StringBuilder text = new StringBuilder();
    reasons
        .properties()
        .forEach(
            reason ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(reason.getValue().asLong())
                    .append(' ')
                    .append(reason.getKey().toLowerCase(Locale.ROOT)));
    return text.toString();
  }

  private JsonNode line(String metric, String more) {
    Call call = Call.get("manager", METRICS + metric + "?period=total" + days + more);
    return doors.send(call).json().path("lines").path(0);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
