package baton.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {

  private final Conditions conditions = new Conditions(Vocabulary.LEAD.and(Vocabulary.DECISION));

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("", 1, 1, "is empty", "write true if it is always to be met"),
        arguments(
            "lead.titel == 'x'",
            1,
            1,
            "there is no attribute lead.titel",
            "did you mean lead.title?"),
        arguments(
            "lead.country == 'DE' &&\n  lead.employes > 5",
            2,
            3,
            "there is no attribute lead.employes",
            "did you mean lead.employees?"),
        arguments(
            "leed.title == 'x'",
            1,
            1,
            "there is no attribute leed.title",
            "did you mean lead.title?"),
        arguments(
            "lead.email == 'x'",
            1,
            1,
            "there is no attribute lead.email",
            "there are lead.email.kind, lead.email.status"),
        arguments(
            "has(lead.titel)",
            1,
            5,
            "there is no attribute lead.titel",
            "did you mean lead.title?"),
        arguments("has('x')", 1, 5, "has() asks about an attribute", ""),
        arguments("lead.title = 'x'", 1, 12, "= compares nothing", "write =="),
        arguments("lead.title == 'x", 1, 15, "a text has no end", "close the quotes"),
        arguments("lead.title == ", 1, 15, "ends too early", "something is missing at the end"),
        arguments("lead.title == 'x' and true", 1, 19, "and is not expected here", "write &&"),
        arguments("lead.title == 'x' OR true", 1, 19, "OR is not expected here", "write ||"),
        arguments("true & true", 1, 6, "& is no operator", "write &&"),
        arguments(
            "lead.employees == '50'",
            1,
            16,
            "== does not go with a number and a text",
            "a text stands in quotes, a number does not"),
        arguments(
            "lead.title.contain('x')",
            1,
            19,
            "there is no function contain",
            "did you mean contains?"),
        arguments(
            "lead.employees", 1, 1, "is a number, not true or false", "compare it with something"),
        arguments("lead.title", 1, 1, "is a text, not true or false", "compare it with something"),
        arguments(
            "lead.email.kind == 'FREEMAIL'",
            1,
            20,
            "lead.email.kind is never \"FREEMAIL\"",
            "did you mean \"FREE_MAIL\"?"),
        arguments(
            "decision.grade in ['A', 'D']",
            1,
            25,
            "decision.grade is never \"D\"",
            "did you mean \"A\"?"),
        arguments(
            "'private' == lead.email.kind",
            1,
            1,
            "lead.email.kind is never \"private\"",
            "it is one of COMPANY, FREE_MAIL, DISPOSABLE, ROLE, NONE"),
        arguments(
            "lead.title.matches('(')",
            1,
            20,
            "no regular expression: missing closing )",
            "RE2 syntax is asked for"),
        arguments(
            "lead.title.matches(lead.company)",
            1,
            24,
            "a regular expression must be written out",
            "put it in quotes"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aMistakeIsNamedWithItsPlaceAndASuggestion(
      String text, int line, int column, String message, String suggestion) {
    assertThat(mistakes(text)).containsExactly(new Mistake(line, column, message, suggestion));
  }

  @Test
  void severalMistakesAreNamedAtOnce() {
    assertThat(mistakes("lead.titel == 'x' || lead.employees == 'many'"))
        .extracting(Mistake::column)
        .containsExactly(1, 37);
  }

  @Test
  void aSentenceSaysAllOfIt() {
    assertThat(mistakes("lead.title = 'x'").get(0).sentence())
        .isEqualTo("line 1, column 12: = compares nothing; write ==");
  }

  @Test
  void theNameOfTheHiddenVariableCannotBeWritten() {
    assertThat(conditions.compile("@known.lead.title")).isInstanceOf(Compilation.Refused.class);
  }

  private List<Mistake> mistakes(String text) {
    Compilation compilation = conditions.compile(text);
    assertThat(compilation).as(text).isInstanceOf(Compilation.Refused.class);
    return ((Compilation.Refused) compilation).mistakes();
  }
}
