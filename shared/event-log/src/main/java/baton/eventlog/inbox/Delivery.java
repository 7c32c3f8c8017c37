package baton.eventlog.inbox;

import baton.eventlog.Failures;
import baton.eventlog.Subjects;
import baton.eventlog.inbox.Received.Line;
import baton.eventlog.inbox.Subscriber.Applied;
import baton.eventlog.inbox.Subscriber.Early;
import baton.eventlog.inbox.Subscriber.Handling;
import baton.eventlog.inbox.Subscriber.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Applies events in one transaction: what is next in line is handled, what comes too early waits,
 * what was there before is dropped; then whatever waited and is next now, until nothing is left.
 */
final class Delivery {

  private final Connection connection;
  private final Subscriber subscriber;
  private final Clock clock;
  private final boolean oneByOne;
  private final Tally tally;

  private final Positions positions;
  private final WaitingRoom waitingRoom;
  private final Parking parking;

  private final Set<UUID> locked = new HashSet<>();
  private final Set<UUID> parkedNow = new HashSet<>();
  private final Set<UUID> waitingNow = new HashSet<>();
  private Set<Line> movedLines = new HashSet<>();
  private Set<String> knownFacts = new HashSet<>();
  private boolean somethingParked;

  /**
   * @param oneByOne each event under a savepoint of its own: one that fails is parked, the others
   *     go on. Otherwise the first failure ends the delivery.
   */
  Delivery(
      Connection connection, Subscriber subscriber, Clock clock, boolean oneByOne, Tally tally) {
    this.connection = connection;
    this.subscriber = subscriber;
    this.clock = clock;
    this.oneByOne = oneByOne;
    this.tally = tally;
    this.positions = new Positions(connection);
    this.waitingRoom = new WaitingRoom(connection);
    this.parking = new Parking(connection);
  }

  /** Applies these events, in this order, and what they make possible. */
  void apply(List<Received> arrivals) throws SQLException {
    lock(arrivals.stream().map(Received::subject).toList());
    handle(inLine(arrivals));
    drain();
  }

  /** Counts an event as dealt with, without applying it, and lets what waited behind it go on. */
  void skip(Received event) throws SQLException {
    lock(List.of(event.subject()));
    if (event.sequence() != null && event.sequence() == positions.of(event.line()) + 1) {
      positions.moveTo(event.line(), event.sequence());
      movedLines.add(event.line());
    }
    drain();
  }

  /** True if this delivery parked the event. */
  boolean parked(Received event) {
    return parkedNow.contains(event.id());
  }

  /** True if this delivery left the event waiting. */
  boolean waits(Received event) {
    return waitingNow.contains(event.id());
  }

  private void lock(Collection<UUID> subjects) throws SQLException {
    Set<UUID> unlocked = new TreeSet<>(subjects);
    unlocked.removeAll(locked);
    if (unlocked.isEmpty()) {
      return;
    }
    Subjects.lock(connection, unlocked);
    positions.load(unlocked);
    waitingRoom.open(unlocked);
    somethingParked |= parking.holdsAnyOf(unlocked);
    locked.addAll(unlocked);
  }

  /** Drops the duplicates, lets the early ones wait, and returns those that are next, in order. */
  private List<Received> inLine(List<Received> arrivals) throws SQLException {
    List<Received> next = new ArrayList<>();
    Map<Line, Long> expected = new HashMap<>();
    for (Received event : arrivals) {
      if (event.sequence() == null) {
        next.add(event);
        continue;
      }
      long wanted = expected.computeIfAbsent(event.line(), l -> positions.of(l) + 1);
      if (event.sequence() < wanted) {
        tally.duplicate(event.topic());
      } else if (event.sequence() > wanted) {
        await(event, null);
      } else {
        next.add(event);
        expected.put(event.line(), wanted + 1);
      }
    }
    return next;
  }

  /** Handles what waited for what was just applied, round by round, until nothing is left. */
  private void drain() throws SQLException {
    for (List<Received> next = releasedNow(); !next.isEmpty(); next = releasedNow()) {
      handle(next);
    }
    waitingRoom.store();
    positions.store();
  }

  /** What waited for the lines that moved and the facts that became known since the last call. */
  private List<Received> releasedNow() throws SQLException {
    Map<UUID, Received> next = new LinkedHashMap<>();
    Set<Line> lines = movedLines;
    movedLines = new HashSet<>();
    if (!knownFacts.isEmpty()) {
      List<Received> released = waitingRoom.waitingFor(knownFacts);
      knownFacts = new HashSet<>();
      lock(released.stream().map(Received::subject).toList());
      for (Received event : released) {
        if (event.sequence() == null) {
          next.put(event.id(), event);
        } else {
          lines.add(event.line());
        }
      }
    }
    for (Line line : lines) {
      waitingRoom.next(line, positions.of(line)).forEach(event -> next.put(event.id(), event));
    }
    return List.copyOf(next.values());
  }

  private void handle(List<Received> events) throws SQLException {
    if (!oneByOne) {
      if (!events.isEmpty()) {
        handleTogether(events);
      }
      return;
    }
    for (Received event : events) {
      Savepoint before = Savepoint.set(connection);
      try {
        handleTogether(List.of(event));
        before.release();
      } catch (SQLException | RuntimeException e) {
        if (Failures.isTransient(e)) {
          throw e;
        }
        before.rollBack();
        park(event, e);
      }
    }
  }

  private void handleTogether(List<Received> events) throws SQLException {
    Map<Received, String> earlyElsewhere = new LinkedHashMap<>();
    handle(events, earlyElsewhere);
    if (!earlyElsewhere.isEmpty()) {
      // Under its lock either the fact is known by now, or its bringer will find who waits.
      FactLocks.take(connection, earlyElsewhere.values());
      handle(List.copyOf(earlyElsewhere.keySet()), null);
    }
  }

  /**
   * @param earlyElsewhere takes the events that wait for a fact of another subject; null to let
   *     them wait
   */
  private void handle(List<Received> events, Map<Received, String> earlyElsewhere)
      throws SQLException {
    Handling handling = subscriber.begin(connection, events);
    List<Received> applied = new ArrayList<>();
    Set<String> released = new HashSet<>();
    Set<String> releasedElsewhere = new HashSet<>();
    Map<Line, Long> reached = new HashMap<>();
    for (Received event : events) {
      long position = reached.computeIfAbsent(event.line(), positions::of);
      if (event.sequence() != null && event.sequence() != position + 1) {
        await(event, null);
        continue;
      }
      Outcome outcome = handling.on(event);
      if (outcome instanceof Early early) {
        if (early.elsewhere() && earlyElsewhere != null) {
          earlyElsewhere.put(event, early.fact());
        } else {
          await(event, early.fact());
        }
      } else if (outcome instanceof Applied done) {
        applied.add(event);
        released.addAll(done.releases());
        releasedElsewhere.addAll(done.releasesElsewhere());
        if (event.sequence() != null) {
          reached.put(event.line(), event.sequence());
        }
      }
    }
    handling.finish();
    FactLocks.take(connection, releasedElsewhere);
    knownFacts.addAll(released);
    knownFacts.addAll(releasedElsewhere);
    for (Received event : applied) {
      settle(event);
    }
  }

  private void settle(Received event) throws SQLException {
    tally.applied(event);
    waitingNow.remove(event.id());
    waitingRoom.leave(event);
    if (event.sequence() != null) {
      positions.moveTo(event.line(), event.sequence());
      movedLines.add(event.line());
    }
    if (somethingParked) {
      parking.resolveApplied(event, clock.instant());
    }
  }

  private void await(Received event, String prerequisite) {
    waitingRoom.admit(event, prerequisite, clock.instant());
    waitingNow.add(event.id());
  }

  private void park(Received event, Exception cause) throws SQLException {
    parking.park(event, cause, clock.instant());
    parkedNow.add(event.id());
    tally.parked(event.topic());
    waitingRoom.leave(event);
  }
}
