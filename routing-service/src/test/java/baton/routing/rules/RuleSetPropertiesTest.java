package baton.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import baton.routing.StoredJson;
import baton.routing.rules.domain.Route;
import baton.routing.rules.domain.Rule;
import baton.routing.rules.domain.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of routes, whatever the rules and whatever is known. */
class RuleSetPropertiesTest {

  private static final UUID OWNER = new UUID(1, 7);
  private static final RuleConditions CONDITIONS = new RuleConditions();
  private static final List<String> TEXTS =
      List.of(
          "lead.country == \"DE\"",
          "lead.employees > 100",
          "!(lead.employees > 100)",
          "lead.country != \"DE\" && decision.score >= 10",
          "account.owned",
          "has(lead.title) && lead.title.contains(\"VP\")",
          "lead.employees / (decision.score - 10) > 3");

  @Property(tries = 2_000)
  void aRouteIsFoundAgainFromWhatIsStoredOfIt(
      @ForAll("rules") List<Rule> rules, @ForAll("attributes") Map<String, Object> attributes) {
    RuleSet set = new RuleSet(3, rules, "rest");
    Route route = set.route(attributes, OWNER, CONDITIONS);
    Route stored = StoredJson.read(Route.class, StoredJson.write(route));
    Route again = set.route(stored.attributes(), stored.accountOwner(), CONDITIONS);
    assertThat(again.rule()).isEqualTo(route.rule());
    assertThat(again.pool()).isEqualTo(route.pool());
    assertThat(again.owner()).isEqualTo(route.owner());
    assertThat(again.read()).isEqualTo(route.read());
    assertThat(again.outcomes()).isEqualTo(route.outcomes());
  }

  @Property(tries = 500)
  void withNothingKnownNoConditionIsMet(@ForAll("rules") List<Rule> rules) {
    Route route =
        new RuleSet(1, rules, "rest")
            .route(Map.of(), null, (text, known) -> CONDITIONS.judge(text, Map.of()));
    assertThat(route.rule()).isEqualTo(RuleSet.FALLBACK);
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    return Combinators.combine(
            Arbitraries.of(TEXTS), Arbitraries.of("one", "two"), Arbitraries.of(true, false))
        .as((text, pool, owned) -> new Rule("r", text, pool, owned ? Rule.ACCOUNT_OWNER : null))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Map<String, Object>> attributes() {
    return Combinators.combine(
            Arbitraries.of("DE", "FR").injectNull(0.4),
            Arbitraries.integers().between(0, 300).injectNull(0.4),
            Arbitraries.integers().between(0, 20).injectNull(0.4),
            Arbitraries.of("VP Sales", "Intern").injectNull(0.4),
            Arbitraries.of(true, false).injectNull(0.4))
        .as(
            (country, employees, score, title, owned) -> {
              Map<String, Object> known = new HashMap<>();
              known.put("lead.country", country);
              known.put("lead.employees", employees);
              known.put("decision.score", score);
              known.put("lead.title", title);
              known.put("account.owned", owned);
              known.values().removeIf(value -> value == null);
              return known;
            });
  }
}
