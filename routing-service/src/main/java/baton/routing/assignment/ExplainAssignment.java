package baton.routing.assignment;

import baton.eventlog.Transactions;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.routing.assignment.AssignmentArchive.Inputs;
import baton.routing.assignment.domain.Candidate;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Selection;
import baton.routing.rules.RuleBook;
import baton.routing.rules.RuleConditions;
import baton.routing.rules.domain.Route;
import baton.routing.rules.domain.RuleOutcome;
import baton.routing.rules.domain.RuleSet;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells why a lead went to a rep, and decides it again from what was stored. */
@Singleton
public class ExplainAssignment {

  private final AssignmentArchive archive;
  private final RuleBook rules;
  private final RuleConditions conditions;
  private final Transactions transactions;

  public ExplainAssignment(
      AssignmentArchive archive,
      RuleBook rules,
      RuleConditions conditions,
      Transactions transactions) {
    this.archive = archive;
    this.rules = rules;
    this.conditions = conditions;
    this.transactions = transactions;
  }

  /**
   * Why, for people.
   *
   * @param attributesRead what the rules looked at, with the values; empty if it was missing
   * @param rules what came of them, up to the one that matched
   * @param chosen the rep as the decision saw the rep, or null if no pool decided
   * @param runnerUp who would have got it otherwise, or null
   * @param owner whom the rule named, or null
   * @param escalation why it went to a manager, or null
   */
  @Schema(name = "AssignmentExplanation")
  public record Explanation(
      UUID assignmentId,
      UUID repId,
      AssignmentCause cause,
      Instant assignedAt,
      List<String> reasons,
      Integer rulesVersion,
      String rule,
      String pool,
      Map<String, String> attributesRead,
      List<RuleOutcome> rules,
      int moreRules,
      Candidate chosen,
      Candidate runnerUp,
      Candidate owner,
      Considered considered,
      Escalation escalation) {}

  /**
   * What came of deciding again.
   *
   * @param replayable false if a person decided, or it was decided before inputs were stored
   * @param same true if rule, pool and rep are what they were
   */
  @Schema(name = "AssignmentReplay")
  public record Replay(boolean replayable, boolean same, Decided stored, Decided replayed) {}

  /** What is decided. */
  @Schema(name = "RoutingDecision")
  public record Decided(String rule, String pool, UUID repId) {}

  /** Why an assignment was made, or empty if there is none. */
  public Optional<Explanation> explain(UUID assignmentId) throws SQLException {
    return archive.inputs(assignmentId).map(ExplainAssignment::explanation);
  }

  private static Explanation explanation(Inputs inputs) {
    AssignmentArchive.Stored stored = inputs.assignment();
    Route route = inputs.route() == null ? Route.before(stored.pool()) : inputs.route();
    Selection selection = inputs.selection();
    return new Explanation(
        stored.assignmentId(),
        stored.repId(),
        stored.cause(),
        stored.assignedAt(),
        stored.reasons(),
        stored.rulesVersion(),
        stored.rule(),
        stored.pool(),
        route.read(),
        route.outcomes(),
        route.moreOutcomes(),
        able(selection, 0),
        able(selection, 1),
        selection == null ? null : selection.owner(),
        stored.considered(),
        inputs.escalation());
  }

  private static Candidate able(Selection selection, int place) {
    return selection == null || selection.able().size() <= place
        ? null
        : selection.able().get(place);
  }

  /** Decides again, from what is stored and nothing else; empty if there is no such assignment. */
  public Optional<Replay> replay(UUID assignmentId) throws SQLException {
    Optional<Inputs> inputs = archive.inputs(assignmentId);
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    Route route = inputs.get().route();
    Optional<RuleSet> then =
        route == null || route.rule() == null
            ? Optional.empty()
            : transactions
                .call(connection -> rules.edition(connection, route.rulesVersion()))
                .map(RuleBook.Edition::rules);
    return Optional.of(replay(inputs.get(), then));
  }

  private Replay replay(Inputs inputs, Optional<RuleSet> then) {
    UUID repId = inputs.assignment().repId();
    boolean decidedHere = inputs.selection() != null || inputs.escalation() != null;
    if (then.isEmpty() || !decidedHere) {
      return new Replay(
          false,
          false,
          new Decided(inputs.assignment().rule(), inputs.assignment().pool(), repId),
          null);
    }
    Route stored = inputs.route();
    Route again = then.get().route(stored.attributes(), stored.accountOwner(), conditions);
    Optional<UUID> rep =
        inputs.selection() != null ? inputs.selection().replay() : inputs.escalation().replay();
    Decided was = new Decided(stored.rule(), stored.pool(), repId);
    Decided is = new Decided(again.rule(), again.pool(), rep.orElse(null));
    boolean sameOwner = Objects.equals(stored.owner(), again.owner());
    return new Replay(true, was.equals(is) && sameOwner, was, is);
  }
}
