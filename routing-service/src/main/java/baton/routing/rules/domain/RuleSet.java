package baton.routing.rules.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Rules in their order: the first that is met decides, and if none is, the fallback.
 *
 * @param version from 1; each change makes the next
 * @param fallback the pool of leads that no rule wants
 */
public record RuleSet(int version, List<Rule> rules, String fallback) {

  /** Stands for the rule where none matched. */
  public static final String FALLBACK = "fallback";

  public RuleSet {
    rules = List.copyOf(rules);
    Objects.requireNonNull(fallback, "fallback");
  }

  /**
   * Where a lead goes. A pure function of rules, attributes and owner.
   *
   * @param accountOwner the rep who owns the account of the lead, or null
   */
  public Route route(Map<String, Object> attributes, UUID accountOwner, Judge judge) {
    List<RuleOutcome> outcomes = new ArrayList<>();
    SortedMap<String, String> read = new TreeMap<>();
    int judged = 0;
    for (Rule rule : rules) {
      Verdict verdict = judge.judge(rule.when(), attributes);
      read.putAll(verdict.evidence());
      judged++;
      if (outcomes.size() < Route.SHOWN) {
        outcomes.add(
            new RuleOutcome(
                rule.id(),
                verdict.outcome(),
                verdict.outcome() == Verdict.Outcome.UNKNOWN ? verdict.why() : null));
      }
      if (verdict.outcome() == Verdict.Outcome.MET) {
        return new Route(
            version,
            rule.id(),
            rule.pool(),
            owner(rule, accountOwner),
            accountOwner,
            attributes,
            read,
            outcomes,
            judged - outcomes.size());
      }
    }
    return new Route(
        version,
        FALLBACK,
        fallback,
        null,
        accountOwner,
        attributes,
        read,
        outcomes,
        judged - outcomes.size());
  }

  private static UUID owner(Rule rule, UUID accountOwner) {
    if (rule.owner() == null) {
      return null;
    }
    return rule.owner().equals(Rule.ACCOUNT_OWNER) ? accountOwner : UUID.fromString(rule.owner());
  }

  /** What gives leads to this pool, for people: rules by their ids, and the fallback. */
  public List<String> usersOfPool(String pool) {
    List<String> users = new ArrayList<>();
    rules.stream()
        .filter(rule -> rule.pool().equals(pool))
        .forEach(rule -> users.add("rule " + rule.id()));
    if (fallback.equals(pool)) {
      users.add("the fallback of the rules");
    }
    return users;
  }

  /** Rules that give leads to this rep, by id. */
  public List<String> usersOfRep(UUID repId) {
    return rules.stream()
        .filter(rule -> repId.toString().equals(rule.owner()))
        .map(Rule::id)
        .toList();
  }
}
