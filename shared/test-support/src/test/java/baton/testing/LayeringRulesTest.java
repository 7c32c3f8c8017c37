package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fails on the classes made to break it, and on no other class beside them. */
class LayeringRulesTest {

  private static final JavaClasses EXAMPLES =
      new ClassFileImporter()
          .importPackages(
              Stream.of("", "routing.", "intake.", "eventlog.", "http.", "events.")
                  .map(module -> "baton." + module + "badexample")
                  .toList());

  static Stream<Arguments> rulesAndTheirBadClasses() {
    return Stream.of(
        arguments(
            LayeringRules.DOMAIN_IS_PLAIN_JAVA,
            Set.of("DomainThatKnowsAFramework", "DomainThatKnowsAnotherFeature")),
        arguments(
            LayeringRules.DOMAIN_IS_DETERMINISTIC,
            Set.of("DomainThatDrawsAnId", "DomainThatThrowsDice")),
        arguments(LayeringRules.REST_CALLS_USE_CASES, Set.of("ResourceThatReadsTables")),
        arguments(
            LayeringRules.ONLY_THE_EVENT_LOG_SENDS, Set.of("SendsPastTheLog", "EmitsPastTheLog")),
        arguments(LayeringRules.ENTITIES_ARE_NOT_PUBLIC, Set.of("PublicEntity")),
        arguments(
            LayeringRules.NAMES_SAY_SOMETHING,
            Set.of("LeadHelper", "TurnManager", "BaseResource", "common.Lead")),
        arguments(LayeringRules.SERVICES_STAND_ALONE, Set.of("KnowsIntake")),
        arguments(LayeringRules.SHARED_MODULES_STAND_ALONE, Set.of("KnowsHttp", "KnowsAService")),
        arguments(LayeringRules.FEATURES_ARE_FREE_OF_CYCLES, Set.of("hen.Hen", "egg.Egg")),
        arguments(LayeringRules.NOBODY_SLEEPS, Set.of("Sleeper")),
        arguments(LayeringRules.TIME_COMES_FROM_A_CLOCK, Set.of("AsksTheSystem")),
        arguments(LayeringRules.LOGS_GO_THROUGH_THE_LOGGER, Set.of("Prints", "LogsByTheJdk")));
  }

  @ParameterizedTest
  @MethodSource("rulesAndTheirBadClasses")
  void failsOnTheBadClassesAndOnNoOther(ArchRule rule, Set<String> bad) {
    String report = rule.evaluate(EXAMPLES).getFailureReport().toString();

    Set<String> blamed =
        EXAMPLES.stream()
            .map(type -> type.getName())
            .filter(name -> report.contains("<" + name) || report.contains(name + " says"))
            .map(name -> bad.stream().filter(name::endsWith).findFirst().orElse(name))
            .filter(name -> bad.contains(name) || isOrigin(report, name))
            .collect(Collectors.toSet());
    assertThat(blamed).isEqualTo(bad);
  }

  /** Many violations name the target, too; only those who reach out are to blame. */
  private static boolean isOrigin(String report, String name) {
    return report
        .lines()
        .anyMatch(
            line -> {
              String at = line.strip();
              return at.matches("(Class|Constructor|Method|Field|Record) <" + name + "[.>(].*");
            });
  }

  @Test
  void everyRuleIsInTheListAndHasABadClass() {
    assertThat(rulesAndTheirBadClasses().map(arguments -> arguments.get()[0]))
        .containsExactlyElementsOf(LayeringRules.ALL);
  }

  @Test
  void aTypoInThePackageIsNoSuccess() {
    assertThatThrownBy(() -> LayeringRules.check("baton.rooting"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("baton.rooting");
  }

  @Test
  void reportsAllBrokenRulesAtOnce() {
    // Seen through an importer that leaves tests out, this module has only its own classes.
    assertThatThrownBy(
            () ->
                LayeringRules.check(
                    "baton.testing",
                    List.of(
                        LayeringRules.TIME_COMES_FROM_A_CLOCK,
                        LayeringRules.LOGS_GO_THROUGH_THE_LOGGER)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("injected java.time.Clock")
        .hasMessageContaining("one logger");
  }

  @Test
  void thisModuleKeepsTheRulesThatApplyToIt() {
    LayeringRules.check(
        "baton.testing",
        List.of(
            LayeringRules.NAMES_SAY_SOMETHING,
            LayeringRules.ONLY_THE_EVENT_LOG_SENDS,
            LayeringRules.SHARED_MODULES_STAND_ALONE,
            LayeringRules.NOBODY_SLEEPS));
  }
}
