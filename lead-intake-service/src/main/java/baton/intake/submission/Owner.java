package baton.intake.submission;

import java.util.UUID;

/**
 * Whose a match key is.
 *
 * @param origin whose it would be if no leads had been merged: it goes back there
 * @param merges whether other leads turned out to be this one
 */
record Owner(UUID lead, UUID origin, boolean merges) {

  /** Of a lead that nobody turned out to be. */
  static Owner alone(UUID lead) {
    return new Owner(lead, lead, false);
  }
}
