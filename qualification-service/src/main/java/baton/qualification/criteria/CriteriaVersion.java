package baton.qualification.criteria;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A version of a set of criteria as it was saved; it never changes.
 *
 * @param id the set
 * @param version from 1, without gaps
 * @param itemVersions version of each criterion and engagement rule, by id
 * @param savedBy name of the key that saved it
 */
public record CriteriaVersion(
    String id,
    int version,
    CriteriaDefinition definition,
    Map<String, Integer> itemVersions,
    Instant savedAt,
    String savedBy) {

  /** The first version of a set. */
  static CriteriaVersion first(
      String id, CriteriaDefinition definition, Instant savedAt, String savedBy) {
    return new CriteriaVersion(id, 1, definition, itemVersions(null, definition), savedAt, savedBy);
  }

  /** The version after this one: what did not change keeps its own version. */
  CriteriaVersion next(CriteriaDefinition wanted, Instant savedAt, String savedBy) {
    return new CriteriaVersion(
        id, version + 1, wanted, itemVersions(this, wanted), savedAt, savedBy);
  }

  private static Map<String, Integer> itemVersions(
      CriteriaVersion before, CriteriaDefinition wanted) {
    Map<String, Object> old = before == null ? Map.of() : items(before.definition);
    Map<String, Integer> versions = new TreeMap<>();
    items(wanted)
        .forEach(
            (id, item) -> {
              int last = before == null ? 0 : before.itemVersions.getOrDefault(id, 0);
              versions.put(id, item.equals(old.get(id)) ? last : last + 1);
            });
    return versions;
  }

  private static Map<String, Object> items(CriteriaDefinition definition) {
    Map<String, Object> items = new TreeMap<>();
    definition.criteria().forEach(criterion -> items.put(criterion.id(), criterion));
    definition.engagement().forEach(rule -> items.put(rule.id(), rule));
    return items;
  }
}
