package baton.proving.demo;

import baton.proving.doors.Doors;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known of a day that was played.
 *
 * @param start when it began
 * @param submissions items sent, repetitions included
 * @param quarantined of them, what no door could use
 * @param heldReasons for which leads waited at some time of the day
 * @param stories a lead for each that there is
 */
public record DayReport(
    Instant start,
    int submissions,
    int quarantined,
    List<Lead> leads,
    Set<String> heldReasons,
    Map<Story, UUID> stories) {

  private static final int LOOKED_AT = 60;

  /**
   * A lead of the day.
   *
   * @param campaign through which the person came first
   * @param secondHalf whether among the second half of the people of the campaign
   */
  public record Lead(UUID leadId, String campaign, boolean secondHalf, boolean qualified) {}

  static DayReport of(Run run, Logbook logbook, Doors doors) {
    List<Lead> leads =
        logbook.leadsWhere(lead -> true).stream().map(lead -> lead(lead, logbook)).toList();
    Map<Story, UUID> stories = new EnumMap<>(Story.class);
    for (Story story : Story.values()) {
      find(story, logbook, doors).ifPresent(lead -> stories.put(story, lead));
    }
    return new DayReport(
        run.start(),
        logbook.submitted(),
        logbook.quarantined(),
        leads,
        logbook.heldReasons(),
        stories);
  }

  /** The leads that came through a campaign first. */
  public List<Lead> through(String campaign) {
    return leads.stream().filter(lead -> lead.campaign().equals(campaign)).toList();
  }

  private static Lead lead(UUID id, Logbook logbook) {
    Prospect who = logbook.whoIs(id).orElseThrow();
    return new Lead(id, who.campaign().id(), who.secondHalf(), logbook.isQualified(id));
  }

  private static Optional<UUID> find(Story story, Logbook logbook, Doors doors) {
    return logbook.leadsWhere(lead -> story.mayBe(lead, logbook)).stream()
        .limit(LOOKED_AT)
        .filter(lead -> types(lead, doors).containsAll(story.types()))
        .findFirst();
  }

  private static Set<String> types(UUID lead, Doors doors) {
    return doors.all("manager", "/api/followup/v1/leads/" + lead + "/timeline").stream()
        .map(entry -> entry.path("type").asText())
        .collect(Collectors.toSet());
  }
}
