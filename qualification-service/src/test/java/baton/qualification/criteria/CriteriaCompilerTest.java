package baton.qualification.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import baton.conditions.Vocabulary;
import baton.events.intake.EmailFacts;
import baton.events.intake.PhoneFacts;
import baton.events.qualification.Grade;
import baton.qualification.criteria.CriteriaCompiler.Fault;
import baton.qualification.criteria.CriteriaDefinition.AskedCriterion;
import baton.qualification.criteria.CriteriaDefinition.AskedEngagement;
import baton.qualification.criteria.CriteriaDefinition.AskedKind;
import baton.qualification.decision.domain.Attribute;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaCompilerTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final CriteriaCompiler compiler = new CriteriaCompiler();

  private static AskedCriterion size(int points) {
    return new AskedCriterion("size", AskedKind.WEIGHTED, "Fifty", "lead.employees >= 50", points);
  }

  private static AskedCriterion required(String id, String when, Integer points) {
    return new AskedCriterion(id, AskedKind.REQUIRED, "It", when, points);
  }

  private static AskedEngagement webinar(int points, int cap) {
    return new AskedEngagement(
        "webinar", "Webinars", "touchpoint.source == 'webinar'", points, cap, 30);
  }

  private static CriteriaDefinition set(
      int threshold, int b, int a, List<AskedCriterion> criteria, AskedEngagement... engagement) {
    return new CriteriaDefinition("Test", null, threshold, b, a, criteria, List.of(engagement));
  }

  @Test
  void aGoodSetHasNoFaults() {
    assertThat(compiler.faults(set(10, 20, 30, List.of(size(20)), webinar(5, 20)))).isEmpty();
  }

  @Test
  void aConditionThatDoesNotCompileIsRefusedWhereItStands() {
    CriteriaDefinition definition =
        set(
            10,
            20,
            30,
            List.of(size(20), required("role", "lead.titel == 'CEO'", null)),
            new AskedEngagement("w", "W", "lead.title == 'CEO'", 5, 20, null));

    assertThat(compiler.faults(definition))
        .containsExactly(
            new Fault(
                "/criteria/1/when",
                "line 1, column 1: there is no attribute lead.titel; did you mean lead.title?"),
            new Fault(
                "/engagement/0/when",
                "line 1, column 1: there is no attribute lead.title; there are"
                    + " touchpoint.campaign, touchpoint.number, touchpoint.source"));
  }

  @Test
  void everyOtherFaultIsNamedWithItsPlace() {
    AskedCriterion withoutPoints =
        new AskedCriterion("none", AskedKind.WEIGHTED, "It", "true", null);
    CriteriaDefinition definition =
        set(
            50,
            20,
            10,
            List.of(size(20), size(1), required("role", "true", 5), withoutPoints),
            webinar(5, 4));

    assertThat(compiler.faults(definition))
        .containsExactly(
            new Fault("/criteria/1/id", "occurs twice"),
            new Fault("/criteria/2/points", "only a weighted criterion has points"),
            new Fault("/criteria/3/points", "a weighted criterion has points other than 0"),
            new Fault("/engagement/0/cap", "must not be less than points"),
            new Fault("/gradeB", "must not be less than threshold"),
            new Fault("/gradeA", "must not be less than gradeB"),
            new Fault("/threshold", "nobody could qualify: there are 30 points at most"));
  }

  @Test
  void pointsThatTakeAwayDoNotHelpToReachTheThreshold() {
    AskedCriterion minus = new AskedCriterion("minus", AskedKind.WEIGHTED, "It", "true", -30);

    assertThat(compiler.faults(set(20, 20, 30, List.of(size(20), minus)))).isEmpty();
    assertThat(compiler.faults(set(21, 21, 30, List.of(size(20), minus)))).hasSize(1);
  }

  @Test
  void aCriterionThatDidNotChangeKeepsItsVersion() {
    CriteriaVersion first =
        CriteriaVersion.first("s", set(10, 20, 30, List.of(size(20)), webinar(5, 20)), NINE, "a");
    CriteriaVersion second =
        first.next(set(15, 20, 30, List.of(size(25)), webinar(5, 20)), NINE, "a");
    CriteriaVersion third = second.next(set(15, 20, 30, List.of(size(20))), NINE, "a");

    assertThat(first.itemVersions()).containsEntry("size", 1).containsEntry("webinar", 1);
    assertThat(second.itemVersions()).containsEntry("size", 2).containsEntry("webinar", 1);
    assertThat(third.itemVersions()).containsExactlyEntriesOf(java.util.Map.of("size", 3));
    assertThat(third.version()).isEqualTo(3);
  }

  /** The words of conditions are those of the contract: a value that it knows is never refused. */
  @Test
  void theVocabularyKnowsWhatTheContractKnows() {
    assertThat(values("lead.email.kind"))
        .containsExactlyElementsOf(names(EmailFacts.Kind.values()));
    assertThat(values("lead.email.status"))
        .containsExactlyElementsOf(names(EmailFacts.Status.values()));
    assertThat(values("lead.phone.status"))
        .containsExactlyElementsOf(names(PhoneFacts.Status.values()));
    assertThat(Vocabulary.DECISION.find("decision.grade").orElseThrow().values())
        .containsExactlyElementsOf(names(Grade.values()));
    assertThat(Attribute.values())
        .allSatisfy(a -> assertThat(Vocabulary.LEAD.find("lead." + a.path())).isPresent());
  }

  private static List<String> values(String path) {
    return Vocabulary.LEAD.find(path).orElseThrow().values();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
