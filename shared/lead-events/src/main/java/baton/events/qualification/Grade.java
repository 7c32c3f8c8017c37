package baton.events.qualification;

/** How well a qualified lead fits, best first. */
public enum Grade {
  /** Contact first. */
  A,
  /** Contact soon. */
  B,
  /** Contact in turn. */
  C
}
