package baton.routing.rules.domain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where a lead goes, and why: stored with the decision, so that it can be explained and made again.
 *
 * @param rulesVersion version of the rules; 0 if a lead was there before there were rules
 * @param rule the rule that matched, or {@link RuleSet#FALLBACK}
 * @param owner the rep who gets it if able, before the pool, or null
 * @param accountOwner the rep who owned the account, or null
 * @param attributes all that was known, by path
 * @param read the attributes that the rules looked at, with their values; empty if missing
 * @param outcomes of the rules up to the one that matched, the first {@link #SHOWN}
 * @param moreOutcomes how many others there are
 */
public record Route(
    int rulesVersion,
    String rule,
    String pool,
    UUID owner,
    UUID accountOwner,
    Map<String, Object> attributes,
    SortedMap<String, String> read,
    List<RuleOutcome> outcomes,
    int moreOutcomes) {

  /** How many outcomes are stored. */
  public static final int SHOWN = 50;

  /** Of a lead that was there before there were rules. */
  public static Route before(String pool) {
    return new Route(0, null, pool, null, null, Map.of(), new TreeMap<>(), List.of(), 0);
  }
}
