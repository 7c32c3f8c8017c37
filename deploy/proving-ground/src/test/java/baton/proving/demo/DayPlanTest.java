package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.demo.Submission.Told;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayPlanTest {

  private static final Duration DAY = Duration.ofMinutes(3);

  @Test
  void theSameSeedGivesTheSameDay() {
    assertThat(DayPlan.of(1, DAY)).isEqualTo(DayPlan.of(1, DAY));
  }

  @Test
  void anotherSeedGivesOtherPeople() {
    assertThat(DayPlan.of(1, DAY).people()).isNotEqualTo(DayPlan.of(2, DAY).people());
  }

  @Test
  void aDayOfAnotherLengthHasTheSamePeople() {
    assertThat(DayPlan.of(1, DAY.multipliedBy(2)).people())
        .extracting(Prospect::familyName)
        .isEqualTo(DayPlan.of(1, DAY).people().stream().map(Prospect::familyName).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void ofTheHundredOnTheListADozenAreAnyGood(long seed) {
    List<Prospect> list = through(seed, Campaign.WEBINAR_LIST);
    assertThat(list).hasSize(100).filteredOn(DayPlanTest::looksGood).hasSize(12);
    assertThat(list).extracting(Prospect::at).containsOnly(list.get(0).at());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void paidSearchImproves(long seed) {
    List<Prospect> people = through(seed, Campaign.PAID_SEARCH);
    assertThat(share(people, who -> !who.secondHalf(), DayPlanTest::looksGood)).isLessThan(0.3);
    assertThat(share(people, Prospect::secondHalf, DayPlanTest::looksGood)).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void theTrialIsTheBestAndTheListTheWorst(long seed) {
    Map<Campaign, Double> good = new HashMap<>();
    for (Campaign campaign : Campaign.values()) {
      good.put(campaign, share(through(seed, campaign), who -> true, DayPlanTest::looksGood));
    }
    assertThat(good.get(Campaign.PRODUCT_TRIAL)).isGreaterThan(0.9);
    assertThat(good.get(Campaign.PRODUCT_TRIAL)).isGreaterThan(good.get(Campaign.DEMO_REQUEST));
    assertThat(good.get(Campaign.DEMO_REQUEST)).isGreaterThan(good.get(Campaign.TRADE_FAIR));
    assertThat(good.get(Campaign.TRADE_FAIR)).isGreaterThan(good.get(Campaign.WEBINAR_LIST));
  }

  @Test
  void fourToSixHundredItemsAreSentAndNobodyComesTooLateForTheReps() {
    DayPlan plan = DayPlan.of(2026, DAY);
    assertThat(plan.submissions()).isBetween(400, 600);
    assertThat(plan.deliveries())
        .extracting(Delivery::at)
        .allMatch(at -> at.compareTo(DAY.multipliedBy(7).dividedBy(10)) < 0);
  }

  @Test
  void someComeAgainSomeAreUnusableAndSomeAreSentTwice() {
    DayPlan plan = DayPlan.of(2026, DAY);
    List<Submission> items = plan.deliveries().stream().flatMap(d -> d.items().stream()).toList();
    assertThat(items).filteredOn(i -> i.told() == Told.AGAIN).hasSizeGreaterThan(20);
    assertThat(items).filteredOn(i -> i.told() == Told.UNUSABLE).hasSizeBetween(5, 20);
    Map<String, Delivery> first = new HashMap<>();
    long repeated =
        plan.deliveries().stream()
            .filter(delivery -> first.putIfAbsent(delivery.name(), delivery) != null)
            .peek(again -> assertThat(again.items()).isEqualTo(first.get(again.name()).items()))
            .count();
    assertThat(repeated).isBetween(10L, 20L);
  }

  @Test
  void nobodyComesAgainBeforeComing() {
    assertThat(DayPlan.of(2026, DAY).deliveries())
        .filteredOn(delivery -> delivery.items().get(0).told() == Told.AGAIN)
        .allMatch(delivery -> delivery.at().compareTo(delivery.items().get(0).who().at()) > 0);
  }

  private static List<Prospect> through(long seed, Campaign campaign) {
    return DayPlan.of(seed, DAY).people().stream()
        .filter(who -> who.campaign() == campaign)
        .toList();
  }

  private static boolean looksGood(Prospect who) {
    return who.looks() == Looks.BUYER || who.looks() == Looks.SPECIALIST;
  }

  private static double share(
      List<Prospect> people, Predicate<Prospect> of, Predicate<Prospect> which) {
    List<Prospect> all = people.stream().filter(of).toList();
    return all.stream().filter(which).count() / (double) all.size();
  }
}
