package baton.qualification.criteria.rest;

import baton.qualification.criteria.CriteriaDefinition;
import baton.qualification.criteria.CriteriaVersion;
import java.time.Instant;
import java.util.Map;

/**
 * A version of a set of criteria.
 *
 * @param itemVersions version of each criterion and engagement rule, by id; receipts name them
 * @param savedBy name of the key that saved it
 */
public record CriteriaView(
    String id,
    int version,
    CriteriaDefinition definition,
    Map<String, Integer> itemVersions,
    Instant savedAt,
    String savedBy) {

  static CriteriaView from(CriteriaVersion version) {
    return new CriteriaView(
        version.id(),
        version.version(),
        version.definition(),
        version.itemVersions(),
        version.savedAt(),
        version.savedBy());
  }
}
