package baton.proving.demo;

import java.util.List;
import java.util.Map;

/** What Sales asks for in the demo, as a set of criteria. */
final class Criteria {

  static final String ID = "demo-b2b";

  private Criteria() {}

  static Map<String, Object> definition() {
    return Map.of(
        "name",
        "Mid-market and up",
        "note",
        "Agreed between Sales and Marketing for the demo",
        "threshold",
        40,
        "gradeB",
        60,
        "gradeA",
        80,
        "criteria",
        List.of(
            must(
                "throw-away-mailbox",
                "KNOCK_OUT",
                "A throw-away mailbox",
                "lead.email.kind == \"DISPOSABLE\""),
            must(
                "company-known",
                "REQUIRED",
                "The company or its domain is known",
                "has(lead.company) || has(lead.companyDomain)"),
            worth(
                "decides",
                "A title with authority to decide",
                "lead.title.matches(\"(?i)\\\\b(c[a-z]o|chief|founder|vp|head|director|managing)\\\\b\")",
                30),
            worth(
                "company-mailbox",
                "An address at the company's own domain",
                "lead.email.kind == \"COMPANY\"",
                20),
            worth("size", "At least 50 employees", "lead.employees >= 50", 20),
            worth(
                "can-be-called",
                "A phone number that can be dialled",
                "lead.phone.status in [\"VALID_MOBILE\", \"VALID_FIXED_LINE\", \"VALID_OTHER\"]",
                15)),
        "engagement",
        List.of(
            engagement(
                "raised-a-hand",
                "Tries the product, asks for a demo, or comes from a partner",
                "touchpoint.campaign in [\"product-trial\", \"demo-request\", \"partner-referral\"]",
                20,
                40),
            engagement(
                "came-back",
                "Came back after the first inquiry",
                "touchpoint.number > 1",
                10,
                20)));
  }

  private static Map<String, Object> must(String id, String kind, String expected, String when) {
    return Map.of("id", id, "kind", kind, "expected", expected, "when", when);
  }

  private static Map<String, Object> worth(String id, String expected, String when, int points) {
    return Map.of(
        "id", id, "kind", "WEIGHTED", "expected", expected, "when", when, "points", points);
  }

  private static Map<String, Object> engagement(
      String id, String expected, String when, int points, int cap) {
    return Map.of(
        "id",
        id,
        "expected",
        expected,
        "when",
        when,
        "points",
        points,
        "cap",
        cap,
        "halfLifeDays",
        30);
  }
}
