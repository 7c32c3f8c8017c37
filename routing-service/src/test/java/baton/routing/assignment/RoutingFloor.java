package baton.routing.assignment;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import baton.routing.assignment.messaging.RoutingEvents;
import baton.routing.assignment.persistence.AssignmentTables;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Routing without its doors: a database, and any number of instances that read for it. */
final class RoutingFloor {

  final LogDatabase db;

  RoutingFloor(String database) {
    db = LogDatabase.fresh(database);
    db.execute(
        "truncate held, assignment, erased_lead, seat, rep_external_id, rep;"
            + "update pool set turn = 0");
  }

  /** Another instance of the service. */
  Inbox instance() {
    return instance(db.transactions());
  }

  Inbox instance(Transactions transactions) {
    return new Inbox(
        transactions,
        new RoutingEvents(assign()),
        db.clock(),
        new SilentTally(),
        (attempt, why) -> {});
  }

  AssignLeads assign() {
    return new AssignLeads(
        new AssignmentTables(), db.log, db.clock(), db.transactions(), made -> {});
  }

  void deliver(Inbox instance, Incoming.Message... messages) {
    instance.accept(Stream.of(messages).map(Incoming.Message::read).toList());
  }

  UUID repWithCapacity(int capacity) throws SQLException {
    return rep(true, capacity, null, "UTC", "[]");
  }

  /** A new rep, who joins the pool as the roster would have it. */
  UUID rep(boolean active, int capacity, Integer dailyCap, String zone, String absences)
      throws SQLException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    db.execute(
        """
        insert into rep (rep_id, version, name, zone, working_hours, absences, active, capacity,
                         daily_cap, updated_at)
        values ('%s', 1, 'Rep', '%s', '[]', '%s', %s, %d, %s, now())"""
            .formatted(id, zone, absences, active, capacity, dailyCap));
    db.transactions()
        .call(
            connection -> {
              assign().join(connection, id);
              return null;
            });
    return id;
  }

  void setActive(UUID rep, boolean active) {
    db.execute("update rep set active = " + active + " where rep_id = '" + rep + "'");
  }

  /** Leads that wait though this rep has had each of them. */
  void holdLeadsThatHad(UUID rep, int number) {
    db.execute(
        """
        with once as materialized (
          select gen_random_uuid() as lead_id, gen_random_uuid() as cycle_id,
                 gen_random_uuid() as decision_id
            from generate_series(1, %d)),
        subjects as (insert into subject (id) select lead_id from once),
        assigned as (
          insert into assignment
          select gen_random_uuid(), lead_id, cycle_id, decision_id, '%s', 1, 'default', 1,
                 'QUALIFIED', 'web', null, '[]', '{}', now(), now(), 'RECYCLED' from once)
        insert into held (cycle_id, lead_id, decision_id, pool, reason, source, considered,
                          held_since, correlation_id)
          select cycle_id, lead_id, gen_random_uuid(), 'default', 'NO_CAPACITY', 'web', '{}', now(),
                 decision_id from once"""
            .formatted(number, rep));
  }

  /** Owners of open assignments, in the order of assignment. */
  List<UUID> owners() {
    return db
        .query("select rep_id from assignment where released_at is null order by assignment_id")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  int given(UUID rep) {
    return Integer.parseInt(db.one("select count(*) from assignment where rep_id = '" + rep + "'"));
  }

  UUID assignmentOf(Incoming lead) {
    return UUID.fromString(
        db.one(
            "select assignment_id from assignment where released_at is null and lead_id = '"
                + lead.lead
                + "'"));
  }

  /** Reps whose counter of open leads is not what they hold. */
  List<String> miscounted() {
    return db.query(
        "select s.rep_id from seat s where s.open_leads <> (select count(*) from assignment"
            + " a where a.rep_id = s.rep_id and a.released_at is null)");
  }

  /** Reasons of those who wait, in their order. */
  List<String> held() {
    return db.query("select reason from held order by place");
  }

  /** What was published of a lead: short names of the types. */
  List<String> published(Incoming lead) {
    return db.query(
        "select split_part(type, '.', 3) from event where subject = '"
            + lead.lead
            + "' order by sequence");
  }
}
