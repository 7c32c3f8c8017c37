package baton.proving.demo;

import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The CRM that the reps work with: it looks what they owe, and reports what they do. What each does
 * comes from habit, person and seed, and not from the order of things.
 */
final class Crm {

  private static final String INTEGRATION = "integration";
  private static final String OWED = "/api/followup/v1/commitments?state=OPEN";
  private static final String ACTIVITIES = "/api/followup/v1/activities";

  private final Doors doors;
  private final Agenda agenda;
  private final long seed;
  private final Run run;
  private final Logbook logbook;
  private final Map<UUID, Rep> staff =
      Staff.everybody().collect(Collectors.toMap(Rep::id, rep -> rep));
  private final Set<UUID> seen = new HashSet<>();
  private final Set<UUID> strangers = new HashSet<>();
  private volatile Terms terms;

  Crm(Doors doors, Agenda agenda, long seed, Terms terms, Run run, Logbook logbook) {
    this.doors = doors;
    this.agenda = agenda;
    this.seed = seed;
    this.terms = terms;
    this.run = run;
    this.logbook = logbook;
  }

  /** From now on these are the deadlines that reps have in mind. */
  void goBy(Terms other) {
    terms = other;
  }

  /** Looks what is owed now, and puts what reps are going to do about it into the agenda. */
  synchronized void look() {
    for (JsonNode owed : doors.all(INTEGRATION, OWED)) {
      UUID lead = UUID.fromString(owed.path("leadId").asText());
      logbook.qualified(lead);
      if (owed.path("kind").asText().equals("ACCEPTANCE")) {
        hear(UUID.fromString(owed.path("assignmentId").asText()), lead);
      }
    }
  }

  /** Many come at once; each is looked up beside the others. */
  private void hear(UUID assignment, UUID lead) {
    if (seen.contains(assignment) || isTooEarly(assignment, lead)) {
      return;
    }
    seen.add(assignment);
    agenda.in(Duration.ZERO, () -> lookUp(assignment, lead));
  }

  private void lookUp(UUID assignment, UUID lead) {
    String path = "/api/routing/v1/leads/" + lead + "/assignments";
    doors.all(INTEGRATION, path).stream()
        .map(Assigned::from)
        .filter(assigned -> assigned.assignmentId().equals(assignment))
        .findFirst()
        .filter(assigned -> staff.containsKey(assigned.repId()))
        .ifPresent(this::begin);
  }

  /** A lead can reach a rep before its sender has read the answer that names it. */
  private boolean isTooEarly(UUID assignment, UUID lead) {
    return logbook.whoIs(lead).isEmpty() && strangers.add(assignment);
  }

  private void begin(Assigned assigned) {
    logbook.assigned(assigned);
    Rep rep = staff.get(assigned.repId());
    Instant heard = agenda.now();
    List<Step> steps = steps(assigned, rep);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String name = String.valueOf(i);
      agenda.in(
          Duration.between(heard, assigned.at().plus(step.toldAfter())),
          () -> act(assigned, rep, step, heard, name));
    }
    report(assigned, rep, Act.INFORMED, heard, "informed");
  }

  private List<Step> steps(Assigned assigned, Rep rep) {
    String person =
        logbook
            .whoIs(assigned.leadId())
            .map(who -> "person " + who.number())
            .orElse(assigned.leadId().toString());
    Worth worth = logbook.whoIs(assigned.leadId()).map(Prospect::worth).orElse(Worth.INTERESTED);
    return rep.habit()
        .steps(
            new Situation(assigned.grade(), worth, terms.of(assigned.grade())),
            Chance.of(seed, person, rep.name()));
  }

  /** Unless somebody else has the lead by now, which a rep would notice. */
  private void act(Assigned assigned, Rep rep, Step step, Instant heard, String name) {
    boolean isOwner =
        logbook
            .ownerOf(assigned.leadId())
            .filter(owner -> owner.assignmentId().equals(assigned.assignmentId()))
            .isPresent();
    if (isOwner) {
      Instant done = assigned.at().plus(step.after());
      boolean atOnce = step.after().equals(step.toldAfter());
      report(assigned, rep, step.act(), atOnce || done.isBefore(heard) ? null : done, name);
      logbook.acted(assigned.leadId(), step.act());
    }
  }

  /**
   * @param done when it was done; null for now
   */
  private void report(Assigned assigned, Rep rep, Act act, Instant done, String name) {
    Map<String, Object> activity = new HashMap<>(act.members());
    activity.put("source", Rep.CRM);
    activity.put("activityId", run.id() + "-" + assigned.assignmentId() + "-" + name);
    activity.put("leadId", assigned.leadId());
    activity.put("externalRepId", rep.externalId());
    activity.put("occurredAt", (done == null ? agenda.now() : done).toString());
    doors.send(Call.post(INTEGRATION, ACTIVITIES, activity));
  }
}
