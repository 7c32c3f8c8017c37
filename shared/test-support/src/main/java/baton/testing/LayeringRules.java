package baton.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;

/**
 * The rules of architecture that the build enforces. A service's test is one line: {@code
 * LayeringRules.check("baton.routing")}. Each rule is shown to fail on a bad class in this module's
 * own tests, because a rule that names a package which does not exist holds for ever.
 */
public final class LayeringRules {

  /** Decisions are plain Java, so that they are tested without a framework, a clock or a sleep. */
  public static final ArchRule DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("..domain..")
          .should(new DependOnlyOnOwnDomain())
          .because("domain code imports java.* and its own feature's domain package");

  /** The same input gives the same decision, so that it can be replayed and explained. */
  public static final ArchRule DOMAIN_IS_DETERMINISTIC =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .callMethodWhere(Calls.OF_CHANCE)
          .orShould()
          .callConstructorWhere(Calls.OF_UNSEEDED_RANDOM)
          .because("ids and randomness are passed in");

  /** HTTP and messages call the same use cases. */
  public static final ArchRule REST_CALLS_USE_CASES =
      noClasses()
          .that()
          .resideInAPackage("..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..persistence..", "..messaging..")
          .because("a resource calls a use case and nothing behind it");

  /** An event that is not in the event log cannot be replayed, and may be lost. */
  public static final ArchRule ONLY_THE_EVENT_LOG_SENDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("baton.eventlog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.clients.producer..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "(org\\.eclipse\\.microprofile|io\\.smallrye)\\.reactive\\.messaging\\."
                  + "(.*Emitter|Outgoing|.*\\.Outgoing)")
          .because("a use case appends to the event log, and its relay sends");

  /** Tables change without their readers noticing. */
  public static final ArchRule ENTITIES_ARE_NOT_PUBLIC =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .notBePublic()
          .because("an entity converts itself and is not seen outside its package");

  /** A name that fits everything says nothing. */
  public static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should(new BeNamedForWhatItIs())
          .because("a thing is named in the field's words, after what it is for");

  /** Services know each other by their events only. */
  public static final ArchRule SERVICES_STAND_ALONE =
      classes()
          .should(
              new KeepApart(
                  "services",
                  List.of("baton.intake", "baton.qualification", "baton.routing", "baton.followup"),
                  List.of()))
          .because("services know each other by their events only");

  /** Shared modules know neither one another nor any service. */
  public static final ArchRule SHARED_MODULES_STAND_ALONE =
      classes()
          .should(
              new KeepApart(
                  "shared modules",
                  List.of(
                      "baton.events",
                      "baton.eventlog",
                      "baton.http",
                      "baton.conditions",
                      "baton.workingtime",
                      "baton.testing"),
                  List.of(
                      "baton.intake", "baton.qualification", "baton.routing", "baton.followup")))
          .because("what is shared has one owner and one reason to change");

  /** A feature can be understood, and removed, without all the others. */
  public static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
      slices()
          .matching("baton.*.(*)..")
          .should()
          .beFreeOfCycles()
          .because("features that need one another in a circle are one feature");

  /** Tests move time, and code that waits is woken. */
  public static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethodWhere(Calls.OF_SLEEP)
          .because("what waits for an event is told of it");

  /** Time is an input: otherwise a deadline cannot be tested without waiting for it. */
  public static final ArchRule TIME_COMES_FROM_A_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(Calls.OF_THE_SYSTEM_TIME)
          .because("time is asked of the injected java.time.Clock");

  /** One way to write a log, with levels, fields and a format that operators choose. */
  public static final ArchRule LOGS_GO_THROUGH_THE_LOGGER =
      noClasses()
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING)
          .because("lines go through the one logger, where operators choose level and format");

  /** All of them. */
  public static final List<ArchRule> ALL =
      List.of(
          DOMAIN_IS_PLAIN_JAVA,
          DOMAIN_IS_DETERMINISTIC,
          REST_CALLS_USE_CASES,
          ONLY_THE_EVENT_LOG_SENDS,
          ENTITIES_ARE_NOT_PUBLIC,
          NAMES_SAY_SOMETHING,
          SERVICES_STAND_ALONE,
          SHARED_MODULES_STAND_ALONE,
          FEATURES_ARE_FREE_OF_CYCLES,
          NOBODY_SLEEPS,
          TIME_COMES_FROM_A_CLOCK,
          LOGS_GO_THROUGH_THE_LOGGER);

  private LayeringRules() {}

  /**
   * Holds everything under the package, tests excepted, to all rules.
   *
   * @throws AssertionError naming each broken rule and each place; also if there is no class at all
   */
  public static void check(String basePackage) {
    check(basePackage, ALL);
  }

  /** Holds everything under the package to the given rules, where not all can apply. */
  public static void check(String basePackage, List<ArchRule> rules) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(basePackage);
    if (classes.isEmpty()) {
      throw new AssertionError("no class under " + basePackage + ": nothing was checked");
    }
    StringBuilder broken = new StringBuilder();
    for (ArchRule rule : rules) {
      var result = rule.allowEmptyShould(true).evaluate(classes);
      if (result.hasViolation()) {
        broken.append(result.getFailureReport()).append('\n');
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(broken.toString());
    }
  }
}
