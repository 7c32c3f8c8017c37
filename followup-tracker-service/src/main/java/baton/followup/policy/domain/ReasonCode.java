package baton.followup.policy.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reason that can be counted.
 *
 * @param disposition the outcome it belongs to: REJECTED, DISQUALIFIED, RECYCLED or LOST
 * @param reason kind of a rejection it belongs to, or null for every kind
 * @param code how systems name it
 * @param label how people name it
 */
public record ReasonCode(String disposition, String reason, String code, String label) {

  /** The outcomes that have reasons. */
  public static final Set<String> DISPOSITIONS =
      Set.of("REJECTED", "DISQUALIFIED", "RECYCLED", "LOST");

  /** Kinds of a rejection. */
  public static final Set<String> REASONS = Set.of("PROCEDURAL", "CLERICAL", "DEFINITIONAL");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final int LONGEST_LABEL = 200;

  /** Whether this outcome may have this code. */
  boolean fits(String itsDisposition, String itsReason, String itsCode) {
    return disposition.equals(itsDisposition)
        && (reason == null || reason.equals(itsReason))
        && code.equals(itsCode);
  }

  List<Fault> faults(String at) {
    List<Fault> faults = new ArrayList<>();
    if (disposition == null || !DISPOSITIONS.contains(disposition)) {
      faults.add(
          new Fault(at + "/disposition", "must be REJECTED, DISQUALIFIED, RECYCLED or LOST"));
    }
    if (reason != null && (!REASONS.contains(reason) || !"REJECTED".equals(disposition))) {
      faults.add(
          new Fault(
              at + "/reason", "is PROCEDURAL, CLERICAL or DEFINITIONAL, of a rejection only"));
    }
    if (code == null || !CODE.matcher(code).matches()) {
      faults.add(new Fault(at + "/code", "must have 1 to 100 of A-Z a-z 0-9 _ . -"));
    }
    if (label == null || label.isBlank() || label.length() > LONGEST_LABEL) {
      faults.add(new Fault(at + "/label", "must have 1 to " + LONGEST_LABEL + " characters"));
    }
    return faults;
  }
}
