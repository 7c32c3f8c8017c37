package baton.proving.demo;

import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sets everything up through the doors, as people would before the day begins. Done again it
 * changes nothing but the hours, which lie around the present.
 */
final class SetUp {

  private static final String MANAGER = "manager";
  private static final String MARKETING = "marketing";
  private static final String ROUTING = "/api/routing/v1/";
  private static final String SOURCES = "/api/intake/v1/sources";
  private static final String POLICY = "/api/followup/v1/followup-policy";
  private static final String CRITERIA = "/api/qualification/v1/criteria";
  private static final String EVENTS_APP = "events-app";
  private static final String HUBSPOT = "hubspot-forms";

  private final Doors doors;
  private final Instant now;

  SetUp(Doors doors, Instant now) {
    this.doors = doors;
    this.now = now;
  }

  /** Puts all in force. */
  Connections all(Terms terms) {
    pools();
    roster();
    accounts();
    doors.send(Call.put(MANAGER, ROUTING + "routing-rules", Pool.rules()));
    criteria();
    policy(terms);
    return sources();
  }

  /** The rep as from now on. */
  void save(Rep rep) {
    save(rep, openLeads().getOrDefault(rep.id(), 0));
  }

  private void save(Rep rep, int open) {
    doors.send(Call.put(MANAGER, ROUTING + "reps/" + rep.id(), rep.entry(now, open)));
  }

  private void pools() {
    for (Pool pool : Pool.values()) {
      doors.send(Call.put(MANAGER, ROUTING + "pools/" + pool.id(), pool.settings()));
    }
  }

  private void roster() {
    Map<UUID, Integer> open = openLeads();
    Staff.MANAGERS.forEach(rep -> save(rep, 0));
    Staff.REPS.forEach(rep -> save(rep, open.getOrDefault(rep.id(), 0)));
    for (Rep manager : Staff.MANAGERS) {
      String team = manager.team().title().replace(" ", "%20");
      doors.send(Call.put(MANAGER, ROUTING + "teams/" + team, Map.of("managerId", manager.id())));
    }
  }

  /** What an earlier demo left with reps must not keep leads from them. */
  private Map<UUID, Integer> openLeads() {
    Map<UUID, Integer> open = new HashMap<>();
    for (Pool pool : Pool.values()) {
      Answer answer = doors.send(Call.get(MANAGER, ROUTING + "pools/" + pool.id()));
      for (JsonNode seat : answer.json().path("seats")) {
        open.put(UUID.fromString(seat.path("repId").asText()), seat.path("openLeads").asInt());
      }
    }
    return open;
  }

  private void accounts() {
    for (Company company : Lists.COMPANIES) {
      Rep owner = Staff.OWNERS.get(company.domain());
      if (owner != null) {
        Map<String, Object> account = new TreeMap<>();
        account.put("name", company.name());
        account.put("domain", company.domain());
        account.put("country", company.country());
        account.put("employees", company.employees());
        account.put("industry", company.industry());
        account.put("owner", owner.id());
        UUID id = UUID.nameUUIDFromBytes(Call.json("baton demo " + company.domain()));
        doors.send(Call.put(MANAGER, ROUTING + "accounts/" + id, account));
      }
    }
  }

  private void criteria() {
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
    Set<String> ours =
        Reasons.codes().stream().map(code -> code.get("code")).collect(Collectors.toSet());
    for (JsonNode code : current.path("reasonCodes")) {
      if (!ours.contains(code.path("code").asText())) {
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

  /**
   * The secret of a source is shown once, when it is made, so that each day connects the events app
   * under the next free name. HubSpot brings its own.
   */
  private Connections sources() {
    Set<String> taken =
        doors.all(MARKETING, SOURCES).stream()
            .map(source -> source.path("id").asText())
            .collect(Collectors.toSet());
    String free = EVENTS_APP;
    for (int n = 2; taken.contains(free); n++) {
      free = EVENTS_APP + "-" + n;
    }
    Answer app =
        doors.send(Call.put(MARKETING, SOURCES + "/" + free, Map.of("name", "Events app")));
    String secret = UUID.randomUUID().toString();
    Answer forms =
        doors.send(
            Call.put(
                MARKETING,
                SOURCES + "/" + HUBSPOT,
                Map.of(
                    "name",
                    "HubSpot forms",
                    "platform",
                    "HUBSPOT",
                    "secret",
                    secret,
                    "v3Only",
                    true)));
    return new Connections(
        Connections.WEBHOOKS + free,
        app.text("secret"),
        Connections.WEBHOOKS + HUBSPOT,
        forms.text("webhookUrl"),
        secret);
  }
}
