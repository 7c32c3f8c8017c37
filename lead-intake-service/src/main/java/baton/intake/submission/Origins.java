package baton.intake.submission;

import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whose submissions would be if no leads had ever been merged: that of the first key that somebody
 * has. There they go back if it is undone.
 */
final class Origins {

  private final Map<MatchKey, Owner> owners;

  /**
   * @param owners who has which key already
   */
  Origins(Map<MatchKey, Owner> owners) {
    this.owners = new HashMap<>(owners);
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
    List<Owner> found =
        keys.finding().stream().map(owners::get).filter(Objects::nonNull).distinct().toList();
    if (found.isEmpty()) {
      found = List.of(Owner.alone(who.leadId()));
    } else if (keys.telling().isEmpty()) {
      found = found.subList(0, 1);
    }
    List<UUID> named = found.stream().map(Owner::origin).distinct().toList();
    Owner first = found.get(0);
    boolean isApart = first.merges() || !who.merged().isEmpty();
    Origin origin =
        new Origin(
            named,
            isApart,
            contacts(keys, of -> !isOne(who, of.lead())),
            contacts(keys, of -> !of.origin().equals(first.origin())));
    Owner owner = new Owner(who.leadId(), first.origin(), isApart);
    who.newKeys().forEach(key -> owners.put(key, owner));
    return origin;
  }

  /** Whose this key is, after everything that was traced. */
  Owner owner(MatchKey key) {
    return owners.get(key);
  }

  private static boolean isOne(Identified who, UUID lead) {
    return lead.equals(who.leadId()) || who.merged().contains(lead);
  }

  private Set<MatchKey.Kind> contacts(Keys keys, Predicate<Owner> whose) {
    Set<MatchKey.Kind> contacts = EnumSet.noneOf(MatchKey.Kind.class);
    for (MatchKey key : keys.telling()) {
      Owner owner = owners.get(key);
      if (owner != null && whose.test(owner)) {
        contacts.add(key.kind());
      }
    }
    return contacts;
  }
}
