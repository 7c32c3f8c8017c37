package baton.qualification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaSetTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Candidate ANYBODY =
      new Candidate(Facts.NONE, "web", null, NINE, List.of(new Visit(1, "web", null, NINE)));

  private static Question always(Outcome outcome) {
    return known ->
        new Question.Answer(outcome, new TreeMap<>(Map.of("lead.title", "CFO")), Optional.empty());
  }

  private static Criterion criterion(String id, Kind kind, Outcome outcome, int points) {
    return new Criterion(id, 4, kind, "Any title", points, always(outcome));
  }

  private static CriteriaSet set(Criterion... criteria) {
    return new CriteriaSet("test", 3, 10, 20, 30, List.of(criteria), List.of());
  }

  private static Verdict judge(int points) {
    return set(criterion("a", Kind.WEIGHTED, Outcome.MET, points)).judge(ANYBODY);
  }

  @ParameterizedTest
  @CsvSource({
    "9,NURTURED,",
    "10,QUALIFIED,C",
    "19,QUALIFIED,C",
    "20,QUALIFIED,B",
    "29,QUALIFIED,B",
    "30,QUALIFIED,A"
  })
  void gradesBeginExactlyAtTheirPoints(int points, Result result, Grade grade) {
    assertThat(judge(points).result()).isEqualTo(result);
    assertThat(judge(points).grade()).isEqualTo(grade);
  }

  @Test
  void theVerdictNamesTheSetTheCriterionAndTheirVersions() {
    assertThat(judge(10).criteriaSet()).isEqualTo("test");
    assertThat(judge(10).version()).isEqualTo(3);
    assertThat(judge(10).findings()).extracting(Finding::version).containsExactly(4);
  }

  @ParameterizedTest
  @CsvSource({"MET,QUALIFIED", "NOT_MET,NURTURED", "UNKNOWN,NURTURED"})
  void whatIsRequiredMustBeMetAndUnknownIsNotMet(Outcome outcome, Result result) {
    CriteriaSet set =
        set(
            criterion("a", Kind.WEIGHTED, Outcome.MET, 10),
            criterion("b", Kind.REQUIRED, outcome, 0));
    assertThat(set.judge(ANYBODY).result()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"MET,DISQUALIFIED", "NOT_MET,QUALIFIED", "UNKNOWN,QUALIFIED"})
  void aKnockOutMustBeMetToKnockOut(Outcome outcome, Result result) {
    CriteriaSet set =
        set(
            criterion("a", Kind.WEIGHTED, Outcome.MET, 10),
            criterion("b", Kind.KNOCK_OUT, outcome, 0));
    assertThat(set.judge(ANYBODY).result()).isEqualTo(result);
  }

  @Test
  void aKnockOutComesBeforeWhatIsLacking() {
    CriteriaSet set =
        set(
            criterion("a", Kind.REQUIRED, Outcome.NOT_MET, 0),
            criterion("b", Kind.KNOCK_OUT, Outcome.MET, 0));
    assertThat(set.judge(ANYBODY).result()).isEqualTo(Result.DISQUALIFIED);
    assertThat(set.judge(ANYBODY).summary()).isEqualTo("Disqualified by b.");
  }

  @ParameterizedTest
  @CsvSource({"NOT_MET", "UNKNOWN"})
  void onlyWhatIsMetContributes(Outcome outcome) {
    Verdict verdict = set(criterion("a", Kind.WEIGHTED, outcome, 10)).judge(ANYBODY);
    assertThat(verdict.score()).isZero();
    assertThat(verdict.findings()).extracting(Finding::contribution).containsExactly(0);
  }

  @Test
  void limitsThatFallAreRefused() {
    assertThatThrownBy(() -> new CriteriaSet("test", 1, 30, 20, 40, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdTwiceIsRefused() {
    Criterion a = criterion("a", Kind.WEIGHTED, Outcome.MET, 1);
    EngagementRule rule = new EngagementRule("a", 1, "Comes", 1, 1, null, always(Outcome.MET));
    assertThatThrownBy(() -> set(a, a)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CriteriaSet("test", 1, 1, 2, 3, List.of(a), List.of(rule)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pointsOfACriterionWithoutWeightAreRefused() {
    assertThatThrownBy(() -> criterion("a", Kind.REQUIRED, Outcome.MET, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailureIsToldInTheSentence() {
    Question broken =
        known ->
            new Question.Answer(
                Outcome.UNKNOWN,
                new TreeMap<>(Map.of("lead.employees", "3")),
                Optional.of("divides by zero"));
    assertThat(
            new Criterion("a", 1, Kind.REQUIRED, "A ratio", 0, broken)
                .examine(ANYBODY.known())
                .sentence())
        .isEqualTo("Cannot be told: A ratio (employees is 3: divides by zero).");
  }
}
