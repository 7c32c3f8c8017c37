package baton.proving.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pools, each with another way to choose and to take back. */
enum Pool {
  EMEA("emea", "FEWEST", "PREFER_AT_WORK", "ACCEPTANCE", 1),
  AMERICAS("americas", "TURN", "IGNORE_HOURS", "FIRST_TOUCH", 2),
  /** Waits for the morning in Singapore. */
  APAC("apac", "TURN", "WAIT_FOR_WORK", "NEVER", 0),
  ENTERPRISE("enterprise", "LEAST_LOADED", "PREFER_AT_WORK", "EITHER", 1),
  PARTNERS("partners", "TURN", "IGNORE_HOURS", "NEVER", 0),
  /** Nobody has been hired for it yet. */
  PUBLIC_SECTOR("public-sector", "TURN", "IGNORE_HOURS", "NEVER", 0);

  private final String id;
  private final String strategy;
  private final String away;
  private final String takenBackOn;
  private final int most;

  Pool(String id, String strategy, String away, String takenBackOn, int most) {
    this.id = id;
    this.strategy = strategy;
    this.away = away;
    this.takenBackOn = takenBackOn;
    this.most = most;
  }

  String id() {
    return id;
  }

  /** As routing takes it; members come with the roster. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("strategy", strategy);
    settings.put("away", away);
    settings.put("takeBack", Map.of("on", takenBackOn, "most", most));
    return settings;
  }

  /** Which lead goes where; the first that is met decides. */
  static Map<String, Object> rules() {
    return Map.of(
        "rules",
        List.of(
            Map.of(
                "id",
                "named-account",
                "when",
                "account.owned",
                "pool",
                ENTERPRISE.id,
                "owner",
                "ACCOUNT_OWNER"),
            rule("partner", "lead.campaign == \"partner-referral\"", PARTNERS),
            rule("public-sector", "lead.industry == \"Public sector\"", PUBLIC_SECTOR),
            rule("enterprise", "decision.grade == \"A\" && lead.employees >= 1000", ENTERPRISE),
            rule("apac", "lead.country in [\"SG\", \"JP\", \"AU\", \"IN\"]", APAC),
            rule("americas", "lead.country in [\"US\", \"CA\"]", AMERICAS)),
        "fallback",
        EMEA.id);
  }

  private static Map<String, String> rule(String id, String when, Pool pool) {
    return Map.of("id", id, "when", when, "pool", pool.id);
  }
}
