package baton.routing.assignment.domain;

/** Whose turn it is, or why it is nobody's. */
public sealed interface Choice {

  PassedOver passedOver();

  /**
   * A rep takes the lead.
   *
   * @param seat the rep, who holds the lead already
   */
  record Chosen(Seat seat, PassedOver passedOver) implements Choice {}

  /** Nobody can take it. */
  record Nobody(WhyHeld reason, PassedOver passedOver) implements Choice {}
}
