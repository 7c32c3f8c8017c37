package baton.proving.demo;

import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Sales and Marketing agreed on: criteria, and deadlines. */
final class Agreements {

  private static final String MANAGER = "manager";
  private static final String POLICY = "/api/followup/v1/followup-policy";
  private static final String CRITERIA = "/api/qualification/v1/criteria";

  private final Doors doors;

  Agreements(Doors doors) {
    this.doors = doors;
  }

  /** Saves the criteria, and puts them in force unless they are. */
  void criteria() {
    String set = "/api/qualification/v1/criteria-sets/" + Criteria.ID + "/versions/1";
    doors.send(Call.put(MANAGER, set, Criteria.definition()));
    Map<String, Object> choice = Map.of("id", Criteria.ID, "version", 1);
    JsonNode inForce = doors.send(Call.get(MANAGER, CRITERIA)).json().path("criteria");
    if (!Criteria.ID.equals(inForce.path("id").asText())) {
      doors.send(Call.put(MANAGER, CRITERIA, choice));
    }
  }

  /** The deadlines of the day; reason codes that are there already stay. */
  void policy(Terms terms) {
    JsonNode current = doors.send(Call.get(MANAGER, POLICY)).json();
    List<Object> codes = new ArrayList<>(Reasons.codes());
    for (JsonNode code : current.path("reasonCodes")) {
      if (!Reasons.has(code.path("disposition").asText(), code.path("code").asText())) {
        codes.add(code);
      }
    }
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("expectedVersion", current.path("version").asInt());
    policy.put("label", "The demo's day: hours are seconds");
    policy.put("rows", List.of(row(null, terms.c()), row("A", terms.a()), row("B", terms.b())));
    policy.put(
        "leadClock",
        Map.of("checkpoints", terms.checkpoints().stream().map(Duration::toString).toList()));
    policy.put("reasonCodes", codes);
    doors.send(Call.put(MANAGER, POLICY, policy));
  }

  private static Map<String, String> row(String grade, Terms.Term term) {
    Map<String, String> row = new TreeMap<>();
    row.put("acceptance", term.acceptance().toString());
    row.put("firstTouch", term.firstTouch().toString());
    if (grade != null) {
      row.put("grade", grade);
    }
    return row;
  }
}
