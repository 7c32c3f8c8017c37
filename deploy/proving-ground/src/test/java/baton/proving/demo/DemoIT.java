package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.PlayedDay;
import baton.proving.PlayedDay.Played;
import baton.proving.doors.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has become of the day that was played, as the system tells it through its doors. */
@ExtendWith(PlayedDay.class)
class DemoIT {

  private static final int PEOPLE = 486;
  private static final String QUALIFIED = "baton.lead.qualified.v1";

  private static Played day;
  private static final Map<UUID, List<JsonNode>> TIMELINES = new LinkedHashMap<>();

  @BeforeAll
  static void readTimelines(Played played) {
    day = played;
    for (DayReport.Lead lead : day.report().leads()) {
      String path = "/api/followup/v1/leads/" + lead.leadId() + "/timeline";
      TIMELINES.put(lead.leadId(), day.doors().all("manager", path));
    }
  }

  @Test
  void everybodyWhoCanBeReachedBecameALead() {
    assertThat(day.report().leads()).hasSize(PEOPLE);
    assertThat(day.report().submissions()).isBetween(400, 600);
  }

  @Test
  void ofTheHundredOnTheListADozenQualified() {
    List<UUID> list = leads(Campaign.WEBINAR_LIST);
    assertThat(list).hasSize(100);
    assertThat(list.stream().filter(DemoIT::qualifiedAtOnce).count()).isBetween(10L, 14L);
  }

  @Test
  void theTrialIsByFarTheBestCampaign() {
    assertThat(rate(leads(Campaign.PRODUCT_TRIAL))).isGreaterThan(0.85);
    assertThat(rate(leads(Campaign.TRADE_FAIR))).isBetween(0.3, 0.6);
  }

  @Test
  void oneCampaignImproves() {
    List<DayReport.Lead> all = day.report().through(Campaign.PAID_SEARCH.id());
    double first = rate(all.stream().filter(l -> !l.secondHalf()).map(l -> l.leadId()).toList());
    double second = rate(all.stream().filter(l -> l.secondHalf()).map(l -> l.leadId()).toList());
    assertThat(second).isGreaterThan(first + 0.2);
  }

  @Test
  void someLeadsAreIgnored() {
    JsonNode ignored = total("ignored-rate");
    assertThat(ignored.path("part").asLong()).isPositive();
    assertThat(ignored.path("part").asLong()).isLessThan(ignored.path("whole").asLong());
    UUID lead = day.report().stories().get(Story.IGNORED);
    assertThat(types(lead)).doesNotContain("baton.followup.first-touch.v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCEPTANCE", "FIRST_TOUCH", "FOLLOW_UP"})
  void deadlinesOfEveryKindPassUnmet(String kind) {
    assertThat(commitments("BREACHED"))
        .extracting(owed -> owed.path("kind").asText())
        .contains(kind);
    assertThat(commitments("MET")).extracting(owed -> owed.path("kind").asText()).contains(kind);
  }

  @Test
  void aBreachIsWithdrawnOfWhoCalledInTimeAndWroteItDownLate() {
    assertThat(TIMELINES.keySet())
        .anyMatch(lead -> types(lead).contains("baton.followup.breach-withdrawn.v1"));
  }

  @Test
  void leadsAreTakenBackAndGoToAnotherRepAndThenToTheManager() {
    Set<String> managers =
        Staff.MANAGERS.stream().map(rep -> rep.id().toString()).collect(Collectors.toSet());
    List<JsonNode> assigned = entries("baton.lead.assigned.v1");
    assertThat(assigned).anyMatch(data -> data.path("cause").asText().equals("TAKEN_BACK"));
    assertThat(assigned)
        .filteredOn(data -> data.path("cause").asText().equals("ESCALATED"))
        .isNotEmpty()
        .allMatch(data -> managers.contains(data.path("repId").asText()));
  }

  @Test
  void leadsAreHeldForDifferentReasonsAndSomeStillAre() {
    Set<String> reasons = new HashSet<>();
    entries("baton.lead.held.v1").forEach(data -> reasons.add(data.path("reason").asText()));
    assertThat(reasons).contains("NOBODY_AT_WORK", "EMPTY_POOL");
    assertThat(day.doors().all("manager", "/api/routing/v1/held")).isNotEmpty();
    assertThat(entries("baton.lead.assigned.v1"))
        .anyMatch(data -> data.path("cause").asText().equals("CAPACITY_FREED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROCEDURAL", "CLERICAL", "DEFINITIONAL"})
  void leadsAreRejectedWithReasonsThatCanBeCounted(String kind) {
    JsonNode reasons = total("rejections").path("reasons");
    assertThat(reasons.properties())
        .anyMatch(
            reason -> reason.getKey().startsWith(kind + "/") && reason.getValue().asLong() > 0);
  }

  @Test
  void someLeadsBecomeOpportunitiesThatAreWonOrLost() {
    JsonNode stages = total("conversion").path("stages");
    assertThat(stages.path("SQL").asLong())
        .isGreaterThan(stages.path("WON").asLong() + stages.path("LOST").asLong());
    assertThat(stages.path("WON").asLong()).isPositive();
    assertThat(stages.path("LOST").asLong()).isPositive();
  }

  @Test
  void somebodyWhoWasNurturedComesBackAndQualifies() {
    assertThat(TIMELINES.keySet())
        .anyMatch(lead -> types(lead).containsAll(Story.CAME_BACK.types()));
  }

  @Test
  void whatCannotBeUsedIsInQuarantineAndWhatComesTwiceCountsOnce() {
    assertThat(day.doors().all("marketing", "/api/intake/v1/quarantine")).hasSize(9);
    long duplicates = 0;
    long touchpoints = 0;
    for (JsonNode entry : get("marketing", "/api/intake/v1/balance" + days()).path("entries")) {
      duplicates += entry.path("duplicates").asLong();
      touchpoints += entry.path("touchpoints").asLong();
    }
    assertThat(duplicates).isPositive();
    assertThat(touchpoints).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/intake/v1/balance", "/api/followup/v1/balance"})
  void theBooksBalance(String path) {
    JsonNode balance = get("ops", path + days());
    assertThat(balance.path("entries")).isNotEmpty();
    assertThat(balance.path("difference").asLong()).isZero();
  }

  @Test
  void everyNumberIsWhatTheFactsSay() {
    JsonNode comparison = get("ops", "/api/followup/v1/metrics/recomputation");
    assertThat(comparison.path("differences")).isEmpty();
    assertThat(comparison.path("equal").asBoolean()).isTrue();
    assertThat(comparison.path("cells").asLong()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void thereIsALeadToLookAtForEachStory(Story story) {
    UUID lead = day.report().stories().get(story);
    assertThat(types(lead)).containsAll(story.types());
  }

  private static List<UUID> leads(Campaign campaign) {
    return day.report().through(campaign.id()).stream().map(DayReport.Lead::leadId).toList();
  }

  private static double rate(List<UUID> leads) {
    return leads.stream().filter(DemoIT::qualifiedAtOnce).count() / (double) leads.size();
  }

  /** Whether the first decision about a lead was that it qualifies. */
  private static boolean qualifiedAtOnce(UUID lead) {
    return types(lead).stream()
        .filter(
            type ->
                Set.of(QUALIFIED, "baton.lead.nurtured.v1", "baton.lead.disqualified.v1")
                    .contains(type))
        .findFirst()
        .filter(QUALIFIED::equals)
        .isPresent();
  }

  private static List<String> types(UUID lead) {
    return TIMELINES.get(lead).stream().map(entry -> entry.path("type").asText()).toList();
  }

  /** What all entries of a type say. */
  private static List<JsonNode> entries(String type) {
    return TIMELINES.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.path("type").asText().equals(type))
        .map(entry -> entry.path("data"))
        .toList();
  }

  private static List<JsonNode> commitments(String state) {
    return day.doors().all("manager", "/api/followup/v1/commitments?state=" + state);
  }

  private static JsonNode total(String metric) {
    String path = "/api/followup/v1/metrics/" + metric + days() + "&period=total";
    return get("manager", path).path("lines").path(0);
  }

  /** From the day on which the demo began: it may end on the next. */
  private static String days() {
    LocalDate from = LocalDate.ofInstant(day.report().start(), ZoneOffset.UTC);
    return "?from=" + from + "&to=" + from.plusDays(1);
  }

  private static JsonNode get(String role, String path) {
    return day.doors().send(Call.get(role, path)).json();
  }
}
