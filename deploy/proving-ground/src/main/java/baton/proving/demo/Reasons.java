package baton.proving.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reasons that an outcome may have, as Sales and Marketing agreed on them. */
enum Reasons {
  OWNED_BY_COLLEAGUE("REJECTED", "PROCEDURAL", "A colleague owns it"),
  WRONG_TERRITORY("REJECTED", "PROCEDURAL", "Another territory"),
  EXISTING_CUSTOMER("REJECTED", "PROCEDURAL", "A customer already"),
  DUPLICATE("REJECTED", "PROCEDURAL", "The same person again"),
  WRONG_DATA("REJECTED", "CLERICAL", "Its data is wrong"),
  MISSING_DATA("REJECTED", "CLERICAL", "Its data is missing"),
  BELOW_CRITERIA("REJECTED", "DEFINITIONAL", "Does not meet the criteria"),
  STUDENT_PROJECT("DISQUALIFIED", null, "A student's project"),
  NO_NEED("DISQUALIFIED", null, "No need"),
  NO_AUTHORITY("DISQUALIFIED", null, "Cannot decide, and knows nobody who can"),
  COMPETITOR("DISQUALIFIED", null, "A competitor"),
  NO_BUDGET_THIS_QUARTER("RECYCLED", null, "No budget this quarter"),
  NOT_NOW("RECYCLED", null, "Later"),
  NO_ANSWER("RECYCLED", null, "Never answered"),
  CHOSE_A_COMPETITOR("LOST", null, "Chose a competitor"),
  PRICE("LOST", null, "The price"),
  NO_DECISION("LOST", null, "Decided nothing");

  private final String disposition;
  private final String reason;
  private final String label;

  Reasons(String disposition, String reason, String label) {
    this.disposition = disposition;
    this.reason = reason;
    this.label = label;
  }

  /** This outcome for this reason. */
  Act act() {
    return new Act("DISPOSITION", disposition, reason, name());
  }

  /** Whether one of them is called so. */
  static boolean has(String disposition, String code) {
    return Arrays.stream(values())
        .anyMatch(one -> one.disposition.equals(disposition) && one.name().equals(code));
  }

  /** As the follow-up policy has them. */
  static List<Map<String, String>> codes() {
    List<Map<String, String>> codes = new ArrayList<>();
    for (Reasons one : values()) {
      Map<String, String> code = new TreeMap<>();
      code.put("disposition", one.disposition);
      code.put("code", one.name());
      code.put("label", one.label);
      if (one.reason != null) {
        code.put("reason", one.reason);
      }
      codes.add(code);
    }
    return codes;
  }
}
