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
    shared = telling.isEmpty() && open.isEmpty() ? List.copyOf(shared) : List.of();
  }

  /** Of nobody. */
  public static final Keys NONE = new Keys(List.of(), List.of(), List.of());

  /** Whether nothing tells who it is. */
  public boolean isEmpty() {
    return telling.isEmpty() && open.isEmpty() && shared.isEmpty();
  }

  /** Those by which somebody is found, in the order in which they are tried. */
  public List<MatchKey> finding() {
    return telling.isEmpty() ? Stream.concat(open.stream(), shared.stream()).toList() : telling;
  }

  /** All that belong to whoever it is, unless another has them. */
  public List<MatchKey> all() {
    return Stream.of(telling, open, shared).flatMap(List::stream).toList();
  }
}
