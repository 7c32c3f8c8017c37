package baton.proving.demo;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a rep does about a lead, in the words of an activity.
 *
 * @param disposition null if it has none
 * @param reason of a rejection
 * @param code the reason that is counted, or null
 */
record Act(String type, String disposition, String reason, String code) {

  static final Act INFORMED = new Act("INFORMED", null, null, null);
  static final Act TASK = new Act("TASK", null, null, null);
  static final Act CALL = new Act("CALL", null, null, null);
  static final Act EMAIL = new Act("EMAIL", null, null, null);
  static final Act MEETING = new Act("MEETING", null, null, null);
  static final Act ACCEPTED = outcome("ACCEPTED", null);
  static final Act CONVERTED = outcome("CONVERTED", null);
  static final Act WON = outcome("WON", null);

  static Act outcome(String disposition, String code) {
    return new Act("DISPOSITION", disposition, null, code);
  }

  static Act rejected(String reason, String code) {
    return new Act("DISPOSITION", "REJECTED", reason, code);
  }

  boolean isTouch() {
    return this == CALL || this == EMAIL || this == MEETING;
  }

  /** Whether a lead's way ends with it, as far as the rep is concerned. */
  boolean isOutcome() {
    return disposition != null && this != ACCEPTED;
  }

  boolean is(String outcome) {
    return outcome.equals(disposition);
  }

  /** The members of an activity that say it. */
  Map<String, Object> members() {
    Map<String, Object> members = new TreeMap<>();
    members.put("type", type);
    if (disposition != null) {
      members.put("disposition", disposition);
    }
    if (reason != null) {
      members.put("reason", reason);
    }
    if (code != null) {
      members.put("reasonCode", code);
    }
    return members;
  }
}
