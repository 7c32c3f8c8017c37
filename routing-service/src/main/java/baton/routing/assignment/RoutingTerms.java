package baton.routing.assignment;

import baton.events.routing.Considered;
import baton.events.routing.HoldReason;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.events.routing.SkipReason;
import baton.events.routing.SkippedRep;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.PassedOver;
import baton.routing.assignment.domain.Selection;
import baton.routing.assignment.domain.WhyHeld;
import baton.routing.rules.domain.Route;
import baton.routing.rules.domain.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in the terms of the published contract what the domain says in its own. */
public final class RoutingTerms {

  private RoutingTerms() {}

  /** Who else was looked at; nobody if a person chose. */
  public static Considered considered(Selection selection) {
    if (selection == null) {
      return new Considered(0, List.of(), Map.of());
    }
    PassedOver passedOver = selection.passedOver();
    Map<String, Integer> more = new TreeMap<>();
    passedOver.more().forEach((reason, reps) -> more.put(reason.name(), reps));
    return new Considered(
        passedOver.candidates(),
        passedOver.named().stream()
            .map(
                s ->
                    new SkippedRep(
                        s.candidate().repId(),
                        SkipReason.valueOf(s.reason().name()),
                        s.candidate().openLeads(),
                        s.candidate().capacity()))
            .toList(),
        more);
  }

  /** Why this rep, for people; the rep holds the lead already. */
  static List<String> reasons(Route route, Choice.Chosen chosen) {
    List<String> reasons = new ArrayList<>();
    Selection selection = chosen.selection();
    if (selection.tookByOwner()) {
      reasons.add(
          (route.owner() != null && route.owner().equals(route.accountOwner())
                  ? "Owns the account; "
                  : "Named by the rule; ")
              + ofCapacity(chosen.rep()));
    } else {
      reasons.add(
          "%s among %d who can take it now; %s"
              .formatted(
                  first(route.pool(), selection),
                  selection.couldTakeIt(),
                  ofCapacity(chosen.rep())));
      if (selection.owner() != null) {
        selection
            .owner()
            .refusal(selection.away())
            .ifPresent(why -> reasons.add("The owner cannot take it: " + words(why.name())));
      }
      if (selection.passedOver().number() > 0) {
        reasons.add(selection.passedOver().number() + " who came before were passed over");
      }
    }
    reasons.add(rule(route));
    return reasons;
  }

  private static String first(String pool, Selection selection) {
    return switch (selection.strategy()) {
      case TURN -> "First in the turn of " + pool;
      case FEWEST -> "Fewest open leads for the weight in " + pool;
      case LEAST_LOADED -> "Least of the capacity in use in " + pool;
    };
  }

  static String reason(Escalation why) {
    return "Taken back %d times%s: goes to the manager of the last owner"
        .formatted(why.timesTakenBack(), why.nobodyLeft() ? ", and everybody had it" : "");
  }

  static String rule(Route route) {
    if (route.rule() == null) {
      return "Came to " + route.pool() + " before there were rules";
    }
    return route.rule().equals(RuleSet.FALLBACK)
        ? "No rule of version %d matched: goes to %s".formatted(route.rulesVersion(), route.pool())
        : "Rule %s of version %d matched: goes to %s"
            .formatted(route.rule(), route.rulesVersion(), route.pool());
  }

  private static String ofCapacity(Load rep) {
    return "%d of %d open leads".formatted(rep.openLeads(), rep.terms().capacity());
  }

  /** What the rep holds, and whether it is more than was agreed. */
  static String load(Load rep) {
    boolean beyond =
        rep.openLeads() > rep.terms().capacity()
            || (rep.terms().dailyCap() != null && rep.givenToday() > rep.terms().dailyCap());
    return "Holds " + ofCapacity(rep) + (beyond ? ", beyond what was agreed" : "");
  }

  private static String words(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  static LeadAssigned event(Assignment made) {
    QualifiedLead lead = made.routed().lead();
    Route route = made.routed().route();
    return new LeadAssigned(
        lead.leadId(),
        lead.cycleId(),
        made.assignmentId(),
        lead.decisionId(),
        made.rep().repId(),
        made.rep().repVersion(),
        made.rep().team(),
        route.pool(),
        made.byHand() ? null : route.rule(),
        made.byHand() ? null : version(route),
        lead.grade(),
        made.attempt(),
        made.cause(),
        lead.source(),
        lead.campaign(),
        made.reasons(),
        considered(made.selection()),
        made.at());
  }

  static Integer version(Route route) {
    return route.rulesVersion() == 0 ? null : Integer.valueOf(route.rulesVersion());
  }

  static LeadReleased event(Existing assignment, ReleaseCause why, Instant at) {
    return new LeadReleased(
        assignment.leadId(),
        assignment.cycleId(),
        assignment.assignmentId(),
        assignment.repId(),
        why,
        at);
  }

  static LeadHeld event(RoutedLead routed, WhyHeld reason, Selection selection, Instant at) {
    QualifiedLead lead = routed.lead();
    return new LeadHeld(
        lead.leadId(),
        lead.cycleId(),
        lead.decisionId(),
        routed.pool(),
        routed.route().rule(),
        version(routed.route()),
        lead.grade(),
        HoldReason.valueOf(reason.name()),
        lead.source(),
        lead.campaign(),
        considered(selection),
        at);
  }
}
