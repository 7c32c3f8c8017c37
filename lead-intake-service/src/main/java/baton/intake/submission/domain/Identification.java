package baton.intake.submission.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Says which lead a person is: the one that has one of their keys, or a new one. If telling keys
 * point at several leads, those are one person: the one that has been known longest stays. Leads
 * that somebody has kept apart stay apart: then the first key counts.
 */
public final class Identification {

  /** Ids are ordered by the time at which they were given. */
  private static final Comparator<UUID> OLDEST_FIRST = Comparator.comparing(UUID::toString);

  private final Map<MatchKey, UUID> known;
  private final BiPredicate<UUID, UUID> apart;
  private final Supplier<UUID> newLead;

  /**
   * @param known who has which key already
   * @param apart whether somebody said that these two are not one
   * @param newLead gives the id of a lead that does not exist yet
   */
  public Identification(
      Map<MatchKey, UUID> known, BiPredicate<UUID, UUID> apart, Supplier<UUID> newLead) {
    this.known = new HashMap<>(known);
    this.apart = apart;
    this.newLead = newLead;
  }

  /**
   * Who somebody is.
   *
   * @param isNew true if nobody had any of the keys
   * @param merged leads that turned out to be this one
   * @param newKeys keys that belong to the lead from now on
   */
  public record Identified(UUID leadId, boolean isNew, List<UUID> merged, List<MatchKey> newKeys) {}

  /**
   * Identifies a person by these keys and remembers them for the next one.
   *
   * @param merges whether leads may turn out to be one because of it: what others remember of
   *     somebody finds who it is about, and takes no lead from anybody
   */
  public Identified identify(Keys keys, boolean merges) {
    List<UUID> found =
        keys.finding().stream().map(known::get).filter(Objects::nonNull).distinct().toList();
    if (found.isEmpty()) {
      UUID leadId = newLead.get();
      return new Identified(leadId, true, List.of(), claimed(keys, leadId));
    }
    List<UUID> one = merges && !keys.telling().isEmpty() ? oneOf(found) : found.subList(0, 1);
    UUID survivor = one.get(0);
    List<UUID> merged = one.subList(1, one.size());
    known.replaceAll((key, lead) -> merged.contains(lead) ? survivor : lead);
    return new Identified(survivor, false, merged, claimed(keys, survivor));
  }

  /** Those that are one person with the first of them, the oldest first. */
  private List<UUID> oneOf(List<UUID> found) {
    List<UUID> one = new ArrayList<>();
    for (UUID lead : found) {
      if (one.stream().noneMatch(other -> apart.test(other, lead))) {
        one.add(lead);
      }
    }
    one.sort(OLDEST_FIRST);
    return one;
  }

  private List<MatchKey> claimed(Keys keys, UUID leadId) {
    List<MatchKey> claimed = new ArrayList<>();
    for (MatchKey key : keys.all()) {
      if (known.putIfAbsent(key, leadId) == null) {
        claimed.add(key);
      }
    }
    return claimed;
  }
}
