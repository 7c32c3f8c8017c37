package baton.routing.assignment;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import baton.routing.accounts.AccountTable;
import baton.routing.assignment.messaging.RoutingEvents;
import baton.routing.assignment.persistence.AssignmentHistory;
import baton.routing.assignment.persistence.AssignmentTables;
import baton.routing.assignment.persistence.ManualRequestTable;
import baton.routing.attendance.CalendarAttendance;
import baton.routing.pools.Membership;
import baton.routing.rules.RuleBook;
import baton.routing.rules.RuleConditions;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Routing without its doors: a database, and any number of instances that read for it. */
final class RoutingFloor {

  final LogDatabase db;

  RoutingFloor(String database) {
    this(LogDatabase.fresh(database));
  }

  /** The same on this database, which is emptied. */
  RoutingFloor(LogDatabase db) {
    this(db, true);
  }

  private RoutingFloor(LogDatabase db, boolean emptied) {
    this.db = db;
    if (emptied) {
      empty();
    }
  }

  /** The same on a database that another process made, as it is. */
  static RoutingFloor joined(LogDatabase db) {
    return new RoutingFloor(db, false);
  }

  private void empty() {
    db.execute(
        "truncate held, assignment, withdrawn_lead, ledger, seat, rep_load, rep_external_id, account,"
            + " rep, team; delete from pool where name <> 'default';"
            + " update pool set turn = 0, virtual_time = 0, strategy = 'TURN',"
            + " away = 'IGNORE_HOURS', take_back_on = 'NEVER', take_back_most = 0;"
            + " delete from routing_rules where version > 1");
  }

  /** Another instance of the service. */
  Inbox instance() {
    return instance(db.transactions());
  }

  Inbox instance(Transactions transactions) {
    return new Inbox(
        transactions,
        new RoutingEvents(assign(transactions)),
        db.clock(),
        new SilentTally(),
        (attempt, why) -> {});
  }

  AssignLeads assign() {
    return assign(db.transactions());
  }

  /** A use case of its own, with stores of its own. */
  AssignLeads assign(Transactions transactions) {
    return new AssignLeads(store(), routing(), db.log, db.clock(), transactions, made -> {});
  }

  AssignmentStore store() {
    return new AssignmentTables(new CalendarAttendance(), db.clock());
  }

  private static RouteLeads routing() {
    return new RouteLeads(new RuleBook(), new RuleConditions(), new AccountTable());
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
    db.execute("insert into rep_load (rep_id) values ('" + id + "')");
    member("default", id, 1);
    return id;
  }

  /** Puts a rep into a pool, or takes the rep out of it if there is no weight. */
  void member(String pool, UUID rep, Integer weight) throws SQLException {
    db.transactions()
        .call(
            connection -> {
              store().lock(connection, List.of(pool), List.of(), db.clock.instant());
              new Membership()
                  .change(
                      connection,
                      List.of(new Membership.Change(pool, rep, weight)),
                      db.clock.instant());
              return null;
            });
  }

  /** A pool of this name, empty; the settings are those of a new one, and these. */
  void pool(String name, String settings) {
    db.execute("insert into pool (name) values ('" + name + "') on conflict do nothing");
    if (!settings.isEmpty()) {
      db.execute("update pool set " + settings + " where name = '" + name + "'");
    }
  }

  /** Puts these rules in force. */
  void rules(String json, String fallback) {
    db.execute(
        "insert into routing_rules (version, rules, fallback, saved_at)"
            + " select max(version) + 1, '%s', '%s', now() from routing_rules"
                .formatted(json.replace("'", "''"), fallback));
  }

  GiveLead giveLead() {
    return new GiveLead(
        store(),
        new ManualRequestTable(),
        assign(),
        db.log,
        db.clock(),
        db.transactions(),
        made -> {});
  }

  EscalateHeld escalateHeld() {
    return new EscalateHeld(store(), db.log, db.clock(), db.transactions(), made -> {});
  }

  RerouteHeld rerouteHeld() {
    return new RerouteHeld(store(), routing(), db.log, db.clock(), db.transactions(), made -> {});
  }

  ExplainAssignment explain() {
    return new ExplainAssignment(
        new AssignmentHistory(db.dataSource()),
        new RuleBook(),
        new RuleConditions(),
        db.transactions());
  }

  /** Another rep who takes over when this one does nothing. */
  void manager(UUID rep, UUID manager) {
    db.execute("update rep set manager_id = '%s' where rep_id = '%s'".formatted(manager, rep));
  }

  void hours(UUID rep, String zone, String blocks) {
    db.execute(
        "update rep set zone = '%s', working_hours = '%s' where rep_id = '%s'"
            .formatted(zone, blocks, rep));
  }

  int open(UUID rep) {
    return Integer.parseInt(db.one("select open_leads from rep_load where rep_id = '" + rep + "'"));
  }

  /** The owner of a lead, or null. */
  UUID owner(Incoming lead) {
    return db
        .query(
            "select rep_id from assignment where released_at is null and lead_id = '"
                + lead.lead
                + "'")
        .stream()
        .map(UUID::fromString)
        .findFirst()
        .orElse(null);
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
          insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id,
            rep_version, pool, attempt, cause, source, reasons, assigned_at, released_at,
            release_cause)
          select gen_random_uuid(), lead_id, cycle_id, decision_id, '%s', 1, 'default', 1,
                 'QUALIFIED', 'web', '[]', now(), now(), 'RECYCLED' from once)
        insert into held (cycle_id, lead_id, decision_id, pool, reason, source, held_since,
                          priority_at, correlation_id)
          select cycle_id, lead_id, gen_random_uuid(), 'default', 'NO_CAPACITY', 'web',
                 '2026-03-01T00:00Z', '2026-03-01T00:00Z', decision_id from once"""
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
        "select s.rep_id from rep_load s where s.open_leads <> (select count(*) from assignment"
            + " a where a.rep_id = s.rep_id and a.released_at is null)");
  }

  /** Reasons of those who wait, in their order. */
  List<String> held() {
    return db.query("select reason from held order by priority_at, place");
  }

  /** What was published of a lead: short names of the types. */
  List<String> published(Incoming lead) {
    return db.query(
        "select split_part(type, '.', 3) from event where subject = '"
            + lead.lead
            + "' order by sequence");
  }
}
