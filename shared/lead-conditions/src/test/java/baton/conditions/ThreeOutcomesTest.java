package baton.conditions;

import static baton.conditions.Outcome.MET;
import static baton.conditions.Outcome.NOT_MET;
import static baton.conditions.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lead of these tests is a VP in Germany; nothing else is known of it. */
class ThreeOutcomesTest {

  private static final Map<String, Object> VP_IN_GERMANY =
      Map.of(
          "lead.title", "VP Sales",
          "lead.country", "DE",
          "lead.email.kind", "COMPANY",
          "decision.score", 40L,
          "account.owned", true);

  private final Conditions conditions =
      new Conditions(Vocabulary.LEAD.and(Vocabulary.DECISION).and(Vocabulary.ACCOUNT));

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("lead.country == 'DE'", MET),
        arguments("lead.country == 'FR'", NOT_MET),
        arguments("lead.country in ['FR', 'DE']", MET),
        arguments("lead.title.contains('VP')", MET),
        arguments("lead.title.lowerAscii().startsWith('vp ')", MET),
        arguments("lead.title.matches('(?i)\\\\bvp\\\\b')", MET),
        arguments("['vp', 'head'].exists(word, lead.title.lowerAscii().contains(word))", MET),
        arguments("['vp', 'head'].all(word, lead.title.lowerAscii().contains(word))", NOT_MET),
        arguments("decision.score >= 40", MET),
        arguments("decision.score > 40", NOT_MET),
        arguments("decision.score > 39.5", MET),
        arguments("account.owned", MET),
        arguments("true", MET),
        // What is missing is neither met nor not met ...
        arguments("lead.employees >= 50", UNKNOWN),
        arguments("!(lead.employees >= 50)", UNKNOWN),
        arguments("lead.employees < 50 || lead.employees >= 50", UNKNOWN),
        arguments("lead.industry != 'Retail'", UNKNOWN),
        arguments("!(lead.industry in ['Retail'])", UNKNOWN),
        arguments("lead.employees >= 50 ? true : true", UNKNOWN),
        arguments("['a', 'b'].exists(word, lead.industry.contains(word))", UNKNOWN),
        // ... unless the rest settles it.
        arguments("lead.employees >= 50 || lead.country == 'DE'", MET),
        arguments("lead.country == 'DE' || lead.employees >= 50", MET),
        arguments("lead.employees >= 50 && lead.country == 'FR'", NOT_MET),
        arguments("lead.country == 'FR' && lead.employees >= 50", NOT_MET),
        arguments("lead.employees >= 50 && lead.country == 'DE'", UNKNOWN),
        arguments("lead.employees >= 50 || lead.country == 'FR'", UNKNOWN),
        // Whether something is known is a question that has an answer.
        arguments("has(lead.employees)", NOT_MET),
        arguments("!has(lead.employees)", MET),
        arguments("has(lead.email.kind)", MET),
        arguments("has(lead.employees) && lead.employees >= 50", NOT_MET));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aConditionIsMetOrNotMetOrCannotBeTold(String text, Outcome expected) {
    assertThat(ask(text).outcome()).isEqualTo(expected);
  }

  /** An operand that is 1 is met, 0 is not met, ? is unknown: Kleene's three-valued logic. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1", "1, 0, 0, 1", "1, ?, ?, 1",
    "0, 1, 0, 1", "0, 0, 0, 0", "0, ?, 0, ?",
    "?, 1, ?, 1", "?, 0, 0, ?", "?, ?, ?, ?",
  })
  void theLogicIsKleenes(String a, String b, String both, String either) {
    String left = operand(a, "lead.employees");
    String right = operand(b, "account.employees");

    assertThat(ask(left + " && " + right).outcome()).isEqualTo(outcome(both));
    assertThat(ask(left + " || " + right).outcome()).isEqualTo(outcome(either));
  }

  private static String operand(String truth, String missing) {
    return switch (truth) {
      case "1" -> "lead.country == 'DE'";
      case "0" -> "lead.country == 'FR'";
      default -> missing + " > 0";
    };
  }

  private static Outcome outcome(String truth) {
    return switch (truth) {
      case "1" -> MET;
      case "0" -> NOT_MET;
      default -> UNKNOWN;
    };
  }

  @Test
  void everyAttributeReadIsEvidence() {
    assertThat(ask("lead.employees > 50 || lead.title == 'CEO' || account.owned").evidence())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("lead.employees", "", "lead.title", "VP Sales", "account.owned", "true"));
  }

  @Test
  void whatWasNotReadIsNoEvidence() {
    assertThat(ask("lead.country == 'DE' || lead.title == 'CEO'").evidence())
        .containsExactlyEntriesOf(Map.of("lead.country", "DE"));
  }

  @Test
  void askingWhetherSomethingIsKnownIsEvidenceOfItsValue() {
    assertThat(ask("has(lead.title) && !has(lead.employees)").evidence())
        .containsExactlyInAnyOrderEntriesOf(Map.of("lead.title", "VP Sales", "lead.employees", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decision.score / 0 > 1 | divides by zero",
        "int(lead.title) > 1 | a text is not of the form that is asked for",
        "decision.score * 9223372036854775807 > 1 | a number becomes too large",
      })
  void whatCannotBeReckonedIsUnknownAndSaysWhyWithoutQuotingValues(String text, String failure) {
    Answer answer = ask(text);

    assertThat(answer.outcome()).isEqualTo(UNKNOWN);
    assertThat(answer.failure()).hasValue(failure);
    assertThat(answer.evidence()).isNotEmpty();
  }

  @Test
  void aFailureDoesNotMatterWhereTheRestSettlesIt() {
    Answer answer = ask("decision.score / 0 > 1 || lead.country == 'DE'");

    assertThat(answer.outcome()).isEqualTo(MET);
    assertThat(answer.failure()).isEmpty();
  }

  @Test
  void theSameValuesGiveTheSameAnswer() {
    String text =
        "['a', 'vp'].exists(w, lead.title.lowerAscii().contains(w)) && lead.employees > 1";

    assertThat(ask(text)).isEqualTo(ask(text));
  }

  private Answer ask(String text) {
    Compilation compilation = conditions.compile(text);
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation).condition().ask(new HashMap<>(VP_IN_GERMANY)::get);
  }
}
