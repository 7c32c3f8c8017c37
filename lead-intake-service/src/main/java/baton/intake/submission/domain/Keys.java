package baton.intake.submission.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may tell who somebody is.
 *
 * @param telling what only one person has, most telling first: two leads with such keys of one
 *     submission are one person
 * @param open what one person has as a rule: it finds somebody who has no telling key, and makes no
 *     two leads one
 * @param shared what many people may have, such as the address of a function or the number of a
 *     switchboard: it counts only for who has nothing else
 */
public record Keys(List<MatchKey> telling, List<MatchKey> open, List<MatchKey> shared) {

  public Keys {
    telling = List.copyOf(telling);
    open = List.copyOf(open);
    shared = List.copyOf(shared);
  }

  /** Of nobody. */
  public static final Keys NONE = new Keys(List.of(), List.of(), List.of());

  /** Whether nothing tells who it is. */
  public boolean isEmpty() {
    return telling.isEmpty() && open.isEmpty() && shared.isEmpty();
  }

  /** Those by which somebody is found, in the order in which they are tried. */
  public List<MatchKey> finding() {
    if (!telling.isEmpty()) {
      return telling;
    }
    return open.isEmpty() ? shared : open;
  }

  /** All that belong to whoever it is, unless another has them. */
  public List<MatchKey> all() {
    return isSharedOnly() ? shared : Stream.concat(telling.stream(), open.stream()).toList();
  }

  /** What was given and belongs to nobody, since something else tells who it is. */
  public List<MatchKey> beside() {
    return isSharedOnly() ? List.of() : shared;
  }

  private boolean isSharedOnly() {
    return telling.isEmpty() && open.isEmpty();
  }
}
