package baton.qualification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What engagement is worth, whatever the touchpoints. */
class EngagementPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Question FROM_THE_WEBINAR =
      known -> {
        String source = known.apply("touchpoint.source");
        Outcome outcome = "webinar".equals(source) ? Outcome.MET : Outcome.NOT_MET;
        return new Question.Answer(outcome, new TreeMap<>(), Optional.empty());
      };

  @Property
  void theScoreIsTheSumOfItsContributions(
      @ForAll @Size(max = 8) List<@IntRange(min = -50, max = 50) Integer> weights,
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 50) Integer> rewards,
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 10_000) Long> hoursAgo) {
    List<Criterion> criteria = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Outcome outcome = Outcome.values()[i % 3];
      criteria.add(
          new Criterion(
              "c" + i,
              1,
              Kind.WEIGHTED,
              "Something",
              weights.get(i),
              known -> new Question.Answer(outcome, new TreeMap<>(), Optional.empty())));
    }
    List<EngagementRule> rules = new ArrayList<>();
    for (int i = 0; i < rewards.size(); i++) {
      rules.add(rule("e" + i, rewards.get(i), 3 * rewards.get(i), i + 1));
    }

    Verdict verdict =
        new CriteriaSet("test", 1, 0, 0, 0, criteria, rules).judge(candidate(hoursAgo));

    assertThat(verdict.findings()).hasSize(weights.size() + rewards.size());
    assertThat(verdict.score())
        .isEqualTo(verdict.findings().stream().mapToInt(Finding::contribution).sum());
  }

  @Property
  void aRuleNeverAddsMoreThanItsCapNorLessThanNothing(
      @ForAll @IntRange(min = 1, max = 1000) int points,
      @ForAll @IntRange(min = 0, max = 3000) int above,
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 10_000) Long> hoursAgo) {
    int contribution = examine(rule("e", points, points + above, 7), hoursAgo).contribution();

    assertThat(contribution).isBetween(0, points + above);
  }

  @Property
  void oneMoreTouchpointNeverTakesPointsAway(
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 10_000) Long> hoursAgo,
      @ForAll @LongRange(min = 0, max = 10_000) long another) {
    EngagementRule rule = rule("e", 10, 55, 30);
    List<Long> more = new ArrayList<>(hoursAgo);
    more.add(another);

    assertThat(examine(rule, more).contribution())
        .isGreaterThanOrEqualTo(examine(rule, hoursAgo).contribution());
  }

  @Property
  void theOrderInWhichTouchpointsAreCountedDoesNotMatter(
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 10_000) Long> hoursAgo) {
    EngagementRule rule = rule("e", 7, 60, 20);
    List<Long> backwards = new ArrayList<>(hoursAgo);
    java.util.Collections.reverse(backwards);

    assertThat(examine(rule, backwards).contribution())
        .isEqualTo(examine(rule, hoursAgo).contribution());
  }

  @Property
  void whatIsLeftNeverGrowsWithAge(
      @ForAll @IntRange(min = 1, max = 1000) int points,
      @ForAll @IntRange(min = 1, max = 3650) int days,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long millis,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long later) {
    HalfLife halfLife = new HalfLife(days);

    assertThat(halfLife.left(points, Duration.ofMillis(millis + later)))
        .isBetween(0, halfLife.left(points, Duration.ofMillis(millis)));
  }

  @Property
  void afterNHalfLivesTheNthHalfIsLeft(
      @ForAll @IntRange(min = 1, max = 1000) int points,
      @ForAll @IntRange(min = 1, max = 3650) int days,
      @ForAll @IntRange(min = 0, max = 40) int n) {
    assertThat(new HalfLife(days).left(points, Duration.ofDays((long) n * days)))
        .isEqualTo(n > 20 ? 0 : points >> n);
  }

  @Example
  void betweenTwoHalfLivesPointsFallInAStraightLine() {
    HalfLife month = new HalfLife(30);

    assertThat(month.left(100, Duration.ZERO)).isEqualTo(100);
    assertThat(month.left(100, Duration.ofDays(15))).isEqualTo(75);
    assertThat(month.left(100, Duration.ofDays(30).minusMillis(1))).isEqualTo(50);
    assertThat(month.left(100, Duration.ofDays(45))).isEqualTo(37);
    assertThat(month.left(100, Duration.ofDays(60))).isEqualTo(25);
  }

  @Example
  void aTouchpointThatSeemsToBeYoungerThanNowHasItsFullWorth() {
    assertThat(new HalfLife(1).left(10, Duration.ofDays(-5))).isEqualTo(10);
  }

  @Example
  void touchpointsOfAnotherKindEarnNothing() {
    List<Visit> visits =
        List.of(new Visit(1, "web", null, NOW), new Visit(2, "webinar", null, NOW));
    Finding finding = rule("e", 10, 20, 30).examine(visits, NOW);

    assertThat(finding.contribution()).isEqualTo(10);
    assertThat(finding.observed())
        .containsEntry("touchpoints", "2")
        .containsEntry("touchpoints.met", "1");
  }

  private static EngagementRule rule(String id, int points, int cap, int days) {
    return new EngagementRule(
        id, 1, "Attends webinars", points, cap, new HalfLife(days), FROM_THE_WEBINAR);
  }

  private static Finding examine(EngagementRule rule, List<Long> hoursAgo) {
    return rule.examine(candidate(hoursAgo).visits(), NOW);
  }

  private static Candidate candidate(List<Long> hoursAgo) {
    List<Visit> visits = new ArrayList<>();
    for (Long hours : hoursAgo) {
      visits.add(new Visit(visits.size() + 1, "webinar", null, NOW.minus(Duration.ofHours(hours))));
    }
    return new Candidate(Facts.NONE, "webinar", null, NOW, visits);
  }
}
