package baton.followup.policy.domain;

import java.util.List;

/** Reasons to begin with; each company replaces them by its own. */
final class InitialCodes {

  static final List<ReasonCode> ALL =
      List.of(
          rejected("PROCEDURAL", "OWNED_BY_COLLEAGUE", "A colleague owns it"),
          rejected("PROCEDURAL", "WRONG_TERRITORY", "Another territory"),
          rejected("PROCEDURAL", "EXISTING_CUSTOMER", "A customer already"),
          rejected("PROCEDURAL", "DUPLICATE", "The same person again"),
          rejected("CLERICAL", "WRONG_DATA", "Its data is wrong"),
          rejected("CLERICAL", "MISSING_DATA", "Its data is missing"),
          rejected("DEFINITIONAL", "BELOW_CRITERIA", "Does not meet the criteria"),
          of("DISQUALIFIED", "STUDENT_PROJECT", "A student's project"),
          of("DISQUALIFIED", "NO_NEED", "No need"),
          of("DISQUALIFIED", "NO_AUTHORITY", "Cannot decide, and knows nobody who can"),
          of("DISQUALIFIED", "COMPETITOR", "A competitor"),
          of("RECYCLED", "NO_BUDGET_THIS_QUARTER", "No budget this quarter"),
          of("RECYCLED", "NOT_NOW", "Later"),
          of("RECYCLED", "NO_ANSWER", "Never answered"),
          of("LOST", "CHOSE_A_COMPETITOR", "Chose a competitor"),
          of("LOST", "PRICE", "The price"),
          of("LOST", "NO_DECISION", "Decided nothing"));

  private InitialCodes() {}

  private static ReasonCode rejected(String reason, String code, String label) {
    return new ReasonCode("REJECTED", reason, code, label);
  }

  private static ReasonCode of(String disposition, String code, String label) {
    return new ReasonCode(disposition, null, code, label);
  }
}
