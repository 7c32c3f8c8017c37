package baton.qualification.decision.domain;

/** How well a qualified lead fits, best first. */
public enum Grade {
  A,
  B,
  C
}
