package baton.routing.assignment.domain;

/** Who gets a lead, or why nobody does. */
public sealed interface Choice {

  /** What it depended on. */
  Selection selection();

  /**
   * A rep takes the lead.
   *
   * @param rep who holds the lead already
   * @param byTurn true if it cost the rep a turn of the pool
   */
  record Chosen(Load rep, Selection selection, boolean byTurn) implements Choice {}

  /** Nobody can take it. */
  record Nobody(WhyHeld reason, Selection selection) implements Choice {}
}
