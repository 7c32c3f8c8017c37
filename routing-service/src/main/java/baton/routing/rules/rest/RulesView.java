package baton.routing.rules.rest;

import baton.routing.rules.RuleBook.Edition;
import baton.routing.rules.domain.Rule;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the routing rules. */
@Schema(name = "RoutingRules")
public record RulesView(
    int version, List<Rule> rules, String fallback, Instant savedAt, String savedBy) {

  static RulesView from(Edition edition) {
    return new RulesView(
        edition.rules().version(),
        edition.rules().rules(),
        edition.rules().fallback(),
        edition.savedAt(),
        edition.savedBy());
  }
}
