package baton.routing.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who takes over from whom: the manager of a rep, else of the rep's team. */
final class ReportingLines {

  private record Line(UUID own, String team) {}

  private final Map<String, UUID> teams = new HashMap<>();
  private final Map<UUID, Line> reps = new HashMap<>();

  void ofTeam(String team, UUID manager) {
    teams.put(team, manager);
  }

  void ofRep(UUID rep, UUID own, String team) {
    reps.put(rep, new Line(own, team));
  }

  boolean knows(UUID rep) {
    return reps.containsKey(rep);
  }

  UUID ofTeam(String team) {
    return teams.get(team);
  }

  /** The manager of this rep, or null. */
  private UUID of(UUID rep) {
    Line line = reps.get(rep);
    if (line == null) {
      return null;
    } else if (line.own() != null) {
      return line.own();
    }
    UUID ofTeam = line.team() == null ? null : teams.get(line.team());
    return rep.equals(ofTeam) ? null : ofTeam;
  }

  /** Everybody who is in a circle of managers. */
  Set<UUID> inCircles() {
    Set<UUID> circles = new HashSet<>();
    Set<UUID> done = new HashSet<>();
    for (UUID start : reps.keySet()) {
      Set<UUID> path = new LinkedHashSet<>();
      UUID rep = start;
      while (rep != null && !done.contains(rep) && path.add(rep)) {
        rep = of(rep);
      }
      if (rep != null && path.contains(rep)) {
        List<UUID> walked = new ArrayList<>(path);
        circles.addAll(walked.subList(walked.indexOf(rep), walked.size()));
      }
      done.addAll(path);
    }
    return circles;
  }
}
