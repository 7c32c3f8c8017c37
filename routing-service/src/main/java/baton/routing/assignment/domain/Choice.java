package baton.routing.assignment.domain;

/** Whose turn it is, or why it is nobody's. */
public sealed interface Choice {

  Considered considered();

  /**
   * A rep takes the lead.
   *
   * @param seat the rep, who holds the lead already
   */
  record Chosen(Seat seat, Considered considered) implements Choice {}

  /** Nobody can take it. */
  record Nobody(Hold reason, Considered considered) implements Choice {}
}
