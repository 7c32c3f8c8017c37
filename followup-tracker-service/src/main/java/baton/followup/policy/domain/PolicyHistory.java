package baton.followup.policy.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All versions of the policy, from the first. Which one applies depends on when something happened,
 * and not on when it became known.
 */
public record PolicyHistory(List<PolicyVersion> versions) {

  /** The version in force at this time; before the first one, the first. */
  public PolicyVersion inForce(Instant at) {
    PolicyVersion inForce = versions.get(0);
    for (PolicyVersion version : versions) {
      if (!version.from().isAfter(at)) {
        inForce = version;
      }
    }
    return inForce;
  }

  /** The last one. */
  public PolicyVersion current() {
    return versions.get(versions.size() - 1);
  }

  /** This version, if there is one. */
  public Optional<PolicyVersion> version(int number) {
    return number < 1 || number > versions.size()
        ? Optional.empty()
        : Optional.of(versions.get(number - 1));
  }

  /**
   * Whether an outcome of this time may have this code: one that is configured now, or was then.
   * What was retired stays valid for the past.
   *
   * @param reason kind of a rejection, or null
   */
  public boolean allows(String disposition, String reason, String code, Instant at) {
    return current().policy().allows(disposition, reason, code)
        || inForce(at).policy().allows(disposition, reason, code);
  }
}
