package baton.intake.submission;

import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Whose submissions would be if no leads had ever been merged: that of the first key that somebody
 * has. There they go back if it is undone.
 */
final class Origins {

  private final Map<MatchKey, Owner> owners;
  private final BiPredicate<UUID, UUID> apart;

  /**
   * @param owners who has which key already
   * @param apart whether somebody said that these two are not one
   */
  Origins(Map<MatchKey, Owner> owners, BiPredicate<UUID, UUID> apart) {
    this.owners = new HashMap<>(owners);
    this.apart = apart;
  }

  /**
   * Where a submission comes from.
   *
   * @param named leads whose keys it names, first the one whose it would be
   * @param isApart whether this is another lead than the one it goes to, or may be one day
   * @param others contacts that are of another lead than the one that it goes to
   * @param othersApart contacts that are of another lead than the one whose it would be
   */
  record Origin(
      List<UUID> named,
      boolean isApart,
      Set<MatchKey.Kind> others,
      Set<MatchKey.Kind> othersApart) {

    UUID leadId() {
      return named.get(0);
    }
  }

  /** Says where this one comes from, and remembers its new keys for the next one. */
  Origin trace(Keys keys, Identified who) {
    Owner first =
        keys.finding().stream()
            .map(owners::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> Owner.alone(who.leadId()));
    Set<UUID> named = new LinkedHashSet<>(Set.of(first.origin()));
    Set<MatchKey.Kind> others = EnumSet.noneOf(MatchKey.Kind.class);
    Set<MatchKey.Kind> othersApart = EnumSet.noneOf(MatchKey.Kind.class);
    for (MatchKey key : keys.all()) {
      Owner owner = owners.get(key);
      if (owner != null && tells(key, keys, owner, who)) {
        named.add(owner.origin());
        if (!isOne(who, owner.lead())) {
          others.add(key.kind());
        }
        if (!owner.origin().equals(first.origin())) {
          othersApart.add(key.kind());
        }
      }
    }
    boolean isApart = first.merges() || !who.merged().isEmpty();
    Owner owner = new Owner(who.leadId(), first.origin(), isApart);
    who.newKeys().forEach(key -> owners.put(key, owner));
    return new Origin(List.copyOf(named), isApart, others, othersApart);
  }

  /** Whose this key is, after everything that was traced. */
  Owner owner(MatchKey key) {
    return owners.get(key);
  }

  /**
   * Whether the key is its owner's alone. Of others than these a number that may be a mobile or not
   * may be that of a household, unless somebody had to say that they are not one.
   */
  private boolean tells(MatchKey key, Keys keys, Owner owner, Identified who) {
    return keys.telling().contains(key)
        || isOne(who, owner.lead())
        || apart.test(who.leadId(), owner.lead());
  }

  private static boolean isOne(Identified who, UUID lead) {
    return lead.equals(who.leadId()) || who.merged().contains(lead);
  }
}
