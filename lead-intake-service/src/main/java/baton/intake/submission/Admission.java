package baton.intake.submission;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.Subjects;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.LeadsMerged;
import baton.events.intake.TouchpointRecorded;
import baton.intake.Published;
import baton.intake.identity.KeptApart;
import baton.intake.identity.Merges;
import baton.intake.submission.domain.Identification;
import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Takes in whoever can be reached, in the transaction of its caller: finds out who is who among
 * these submissions and the leads there are, and writes leads, keys, profiles and the events that
 * say so. Receipts are the caller's.
 */
public final class Admission {

  private final Connection connection;
  private final Instant now;
  private final SubmissionTables tables;
  private final Map<UUID, Identified> identities;
  private final Origins origins;

  private final List<NewEvent> events = new ArrayList<>();
  private final TreeMap<MatchKey, Owner> newKeys = new TreeMap<>();
  private final TreeMap<String, Set<UUID>> mailboxes = new TreeMap<>();
  private final Map<UUID, Submission> newLeads = new LinkedHashMap<>();
  private final Map<UUID, List<UUID>> named = new LinkedHashMap<>();
  private final List<Description> described = new ArrayList<>();
  private final List<Description> apart = new ArrayList<>();

  private Admission(
      Connection connection,
      Instant now,
      SubmissionTables tables,
      Map<UUID, Identified> identities,
      Origins origins) {
    this.connection = connection;
    this.now = now;
    this.tables = tables;
    this.identities = identities;
    this.origins = origins;
  }

  /**
   * Finds out who is who and locks the leads that exist already. Keys that went elsewhere while a
   * lock was awaited are looked up again.
   *
   * @param now when it is done: no lead is merged before
   * @param submissions those that are to be admitted, or may be; of the others nobody is known
   * @throws MergesAlone if one of several shows that two leads are one
   */
  public static Admission of(Connection connection, Instant now, Collection<Submission> submissions)
      throws SQLException {
    SubmissionTables tables = new SubmissionTables(connection);
    List<MatchKey> keys =
        submissions.stream()
            .flatMap(s -> s.reading().keys().all().stream())
            .distinct()
            .sorted()
            .toList();
    while (true) {
      Map<MatchKey, Owner> owners = keys.isEmpty() ? Map.of() : tables.owners(keys);
      Subjects.lock(connection, owners.values().stream().map(Owner::lead).toList());
      if (owners.isEmpty() || tables.owners(keys).equals(owners)) {
        BiPredicate<UUID, UUID> apart = apart(connection, owners);
        Map<UUID, Identified> identities = identify(owners, apart, submissions);
        if (submissions.size() > 1
            && identities.values().stream().anyMatch(who -> !who.merged().isEmpty())) {
          throw new MergesAlone();
        }
        return new Admission(connection, now, tables, identities, new Origins(owners, apart));
      }
    }
  }

  private static BiPredicate<UUID, UUID> apart(Connection connection, Map<MatchKey, Owner> owners)
      throws SQLException {
    Set<UUID> leads = owners.values().stream().map(Owner::lead).collect(Collectors.toSet());
    return leads.size() < 2 ? (one, other) -> false : KeptApart.among(connection, leads)::contains;
  }

  private static Map<UUID, Identified> identify(
      Map<MatchKey, Owner> owners,
      BiPredicate<UUID, UUID> apart,
      Collection<Submission> submissions) {
    Map<MatchKey, UUID> known = new HashMap<>();
    owners.forEach((key, owner) -> known.put(key, owner.lead()));
    Identification identification =
        new Identification(known, apart, UuidCreator::getTimeOrderedEpoch);
    Map<UUID, Identified> identities = new HashMap<>();
    for (Submission submission : submissions) {
      Keys keys = submission.reading().keys();
      if (!keys.isEmpty()) {
        identities.put(submission.id(), identification.identify(keys, !submission.isHistory()));
      }
    }
    return identities;
  }

  /**
   * Admits one of them.
   *
   * @throws UnstorableText if no reader of the events could store what it says
   */
  public Receipt admit(Submission submission, Person person) throws SQLException {
    UnstorableText.refuse(person);
    Identified who = identities.get(submission.id());
    UUID leadId = who.leadId();
    note(submission, person, who);
    Cause cause = submission.cause();
    for (UUID merged : who.merged()) {
      merge(leadId, merged, submission);
    }
    if (who.isNew()) {
      newLeads.put(leadId, submission);
      events.add(
          Published.fact(
              new LeadReceived(
                  leadId,
                  submission.id(),
                  submission.id(),
                  submission.source(),
                  person.campaign(),
                  person.content().sentAt(),
                  submission.arrivedAt(),
                  person.facts(),
                  history(submission)),
              cause));
    } else {
      events.add(
          Published.fact(
              new TouchpointRecorded(
                  leadId,
                  submission.id(),
                  submission.source(),
                  person.campaign(),
                  person.content().sentAt(),
                  submission.arrivedAt(),
                  person.facts(),
                  history(submission)),
              cause));
    }
    events.add(Published.profileChanged(leadId, submission.arrivedAt(), cause));
    return who.isNew()
        ? new Receipt.NewLead(submission.id(), leadId)
        : new Receipt.Touchpoint(submission.id(), leadId);
  }

  /** Notes what it says, and whose word that is. */
  private void note(Submission submission, Person person, Identified who) {
    Origins.Origin origin = origins.trace(person.keys(), who);
    who.newKeys().forEach(key -> newKeys.put(key, origins.owner(key)));
    person.keys().beside().stream()
        .filter(key -> key.kind() == MatchKey.Kind.EMAIL)
        .forEach(
            key ->
                mailboxes.computeIfAbsent(key.value(), id -> new TreeSet<>()).add(origin.leadId()));
    described.add(new Description(who.leadId(), submission, person, origin.others()));
    if (origin.isApart()) {
      apart.add(new Description(origin.leadId(), submission, person, origin.othersApart()));
    }
    if (!origin.named().equals(List.of(who.leadId()))) {
      named.put(submission.id(), origin.named());
    }
  }

  private void merge(UUID survivor, UUID merged, Submission because) throws SQLException {
    Instant at = Merges.timeFor(connection, survivor, merged, now);
    UUID prevailing = Merges.merge(connection, survivor, merged, at);
    Cause cause = because.cause();
    events.add(Published.fact(new LeadsMerged(survivor, merged, prevailing, at), cause));
    events.add(Published.fact(new LeadSuperseded(merged, survivor, at), cause));
    events.add(Published.profileChanged(merged, at, cause));
  }

  private static Boolean history(Submission submission) {
    return submission.isHistory() ? true : null;
  }

  /** Has an event of the caller's published behind those of the submissions admitted so far. */
  public void publish(NewEvent event) {
    events.add(event);
  }

  /** Writes all that was admitted, but for the receipts. */
  public void write(EventLog log) throws SQLException {
    tables.insertKeys(newKeys);
    tables.insertLeads(newLeads);
    tables.insertMailboxes(mailboxes);
    tables.insertNamed(named);
    ProfileWriter profiles = new ProfileWriter(connection);
    profiles.describe(described);
    profiles.describeApart(apart);
    new ConsentWriter(connection).record(described);
    log.append(connection, events);
  }
}
