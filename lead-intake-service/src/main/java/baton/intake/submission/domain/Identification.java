package baton.intake.submission.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Says which lead a person is: the one that has one of their keys, or a new one. Keys are tried in
 * the order given, so that of two leads found by two keys the first counts; the other key stays
 * where it is.
 */
public final class Identification {

  private final Map<MatchKey, UUID> known;
  private final Supplier<UUID> newLead;

  /**
   * @param known who has which key already
   * @param newLead gives the id of a lead that does not exist yet
   */
  public Identification(Map<MatchKey, UUID> known, Supplier<UUID> newLead) {
    this.known = new HashMap<>(known);
    this.newLead = newLead;
  }

  /**
   * Who somebody is.
   *
   * @param isNew true if nobody had any of the keys
   * @param newKeys keys that belong to the lead from now on
   */
  public record Identified(UUID leadId, boolean isNew, List<MatchKey> newKeys) {}

  /** Identifies a person by these keys, most telling first, and remembers them for the next one. */
  public Identified identify(List<MatchKey> keys) {
    UUID found = keys.stream().map(known::get).filter(id -> id != null).findFirst().orElse(null);
    UUID leadId = found == null ? newLead.get() : found;
    List<MatchKey> newKeys = new ArrayList<>();
    for (MatchKey key : keys) {
      if (known.putIfAbsent(key, leadId) == null) {
        newKeys.add(key);
      }
    }
    return new Identified(leadId, found == null, newKeys);
  }
}
