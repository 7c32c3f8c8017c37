package baton.routing.assignment.domain;

/** Why nobody can take a lead. */
public enum WhyHeld {
  NO_CAPACITY,
  NOBODY_ACTIVE,
  EMPTY_POOL,
  EVERYBODY_HAD_IT
}
