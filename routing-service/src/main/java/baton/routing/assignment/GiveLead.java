package baton.routing.assignment;

import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.events.routing.ReleaseCause;
import baton.http.digest.Sha256;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.Candidate;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.Presence;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A person gives a lead that is with routing to a rep. Moves nobody in any turn. */
@Singleton
public class GiveLead {

  private final AssignmentStore store;
  private final ManualRequests requests;
  private final AssignLeads assign;
  private final EventLog log;
  private final Clock clock;
  private final Transactions transactions;
  private final AssignmentListener listener;

  public GiveLead(
      AssignmentStore store,
      ManualRequests requests,
      AssignLeads assign,
      EventLog log,
      Clock clock,
      Transactions transactions,
      AssignmentListener listener) {
    this.store = store;
    this.requests = requests;
    this.assign = assign;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
    this.listener = listener;
  }

  /** How it ended. */
  public sealed interface Given {

    /** The rep has it; {@code again} if an earlier call with the same key gave it. */
    record Done(UUID assignmentId, boolean again) implements Given {}

    /** Nothing of this lead has an owner or waits here. */
    record NothingToGive() implements Given {}

    /** Nothing tells any more who the lead is. */
    record Erased() implements Given {}

    record NoSuchRep() implements Given {}

    /** The rep cannot have it; the reason is for people. */
    record Refused(String why) implements Given {}

    /** The key was used for another request. */
    record KeyReused() implements Given {}
  }

  /** What a person wants moved: an assignment, a place in the queue, or neither. */
  private record Found(Optional<Existing> open, Optional<HeldLead> held) {

    boolean isEmpty() {
      return open.isEmpty() && held.isEmpty();
    }

    RoutedLead routed() {
      return open.map(Existing::routed).orElseGet(() -> held.orElseThrow().routed());
    }
  }

  /** Gives the lead, and what capacity that frees to those who wait. */
  public Given give(ManualOrder order) throws SQLException {
    Set<String> freed = new TreeSet<>();
    Given given = transactions.call(connection -> give(connection, order, freed));
    assign.serveHeld(freed, order.cause());
    return given;
  }

  private Given give(Connection connection, ManualOrder order, Set<String> freed)
      throws SQLException {
    Optional<Given> before = requests.before(connection, order.request());
    if (before.isPresent()) {
      return before.get();
    }
    Subjects.lock(connection, List.of(order.leadId()));
    Optional<Instant> withdrawn =
        store.withdrawn(connection, List.of(order.leadId())).get(order.leadId());
    if (withdrawn != null && withdrawn.isEmpty()) {
      return new Given.Erased();
    }
    Found found = find(connection, order);
    if (found.isEmpty()) {
      return new Given.NothingToGive();
    }
    Floor floor = lock(connection, order, found, freed);
    Load rep = floor.load(order.repId());
    if (rep == null) {
      return new Given.NoSuchRep();
    }
    Optional<String> refusal = refusal(order, found, rep);
    return refusal.isPresent()
        ? new Given.Refused(refusal.get())
        : new Given.Done(move(connection, order, found, floor), false);
  }

  private Found find(Connection connection, ManualOrder order) throws SQLException {
    Optional<HeldLead> held =
        store.heldOf(connection, order.leadId()).stream()
            .filter(
                h -> order.cycleId() == null || order.cycleId().equals(h.routed().lead().cycleId()))
            .reduce((earlier, later) -> later);
    Optional<Existing> open =
        held.isPresent()
            ? Optional.empty()
            : store.lastOf(connection, order.leadId(), order.cycleId()).filter(Existing::open);
    return new Found(open, held);
  }

  private Floor lock(Connection connection, ManualOrder order, Found found, Set<String> freed)
      throws SQLException {
    Set<UUID> reps = new TreeSet<>(Set.of(order.repId()));
    found.open().ifPresent(open -> reps.add(open.repId()));
    Set<String> pools = new TreeSet<>(Set.of(found.routed().pool()));
    if (found.open().isPresent()) {
      freed.addAll(store.poolsOf(connection, List.of(found.open().get().repId())));
      pools.addAll(freed);
    }
    return store.lock(connection, pools, reps, clock.instant());
  }

  private static Optional<String> refusal(ManualOrder order, Found found, Load rep) {
    if (found.open().filter(open -> open.repId().equals(rep.repId())).isPresent()) {
      return Optional.of("the rep has it already");
    }
    Candidate candidate = rep.candidate(Set.of());
    if (candidate.presence() == Presence.State.INACTIVE) {
      return Optional.of("the rep is inactive");
    } else if (candidate.presence() == Presence.State.ABSENT) {
      return Optional.of("the rep is absent today");
    } else if (order.beyondCapacity()) {
      return Optional.empty();
    } else if (candidate.openLeads() >= candidate.capacity()) {
      return Optional.of(
          "the rep holds %d of %d open leads; say beyondCapacity to give it all the same"
              .formatted(candidate.openLeads(), candidate.capacity()));
    } else if (candidate.dailyCap() != null && candidate.givenToday() >= candidate.dailyCap()) {
      return Optional.of(
          "the rep was given %d leads today, as many as agreed; say beyondCapacity to give it all"
                  .formatted(candidate.givenToday())
              + " the same");
    }
    return Optional.empty();
  }

  private UUID move(Connection connection, ManualOrder order, Found found, Floor floor)
      throws SQLException {
    Outcome outcome = new Outcome(floor, clock.instant());
    found
        .open()
        .ifPresent(
            open ->
                outcome.released(open, ReleaseCause.REASSIGNED, !open.touched(), order.cause()));
    found.held().ifPresent(outcome::noLongerHeld);
    RoutedLead routed = found.routed().causedBy(order.cause());
    UUID cycle = routed.lead().cycleId();
    CycleHistory history = store.histories(connection, List.of(cycle)).get(cycle);
    Assignment made =
        outcome.handed(routed, floor.load(order.repId()), history.nextAttempt(), order.request());
    outcome.write(store, log, listener, connection);
    return made.assignmentId();
  }

  /** Remembers calls by their keys: they stand with the assignments that they made. */
  public interface ManualRequests {

    /** What an earlier call with this key came to. Two calls with one key wait for one another. */
    Optional<Given> before(Connection connection, ManualRequest request) throws SQLException;

    /** The answer to a repetition. */
    static Given answer(UUID assignmentId, Sha256 body, ManualRequest request) {
      return body.equals(request.body())
          ? new Given.Done(assignmentId, true)
          : new Given.KeyReused();
    }
  }
}
