package baton.intake.submission;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.Subjects;
import baton.events.intake.LeadReceived;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionQuarantined;
import baton.events.intake.TouchpointRecorded;
import baton.intake.Published;
import baton.intake.submission.SubmissionTables.Once;
import baton.intake.submission.SubmissionTables.Original;
import baton.intake.submission.domain.Identification;
import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.MatchKey;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A group of submissions in its transaction: who is who, what each amounts to, and the rows and
 * events that say so.
 */
final class SubmissionGroup {

  private final Connection connection;
  private final EventLog log;
  private final SubmissionTables tables;
  private final List<Submission> submissions;
  private final Map<Once, Original> originals;
  private Map<Submission, Identified> identities = Map.of();

  private final List<Receipt> receipts = new ArrayList<>();
  private final List<NewEvent> events = new ArrayList<>();
  private final TreeMap<MatchKey, UUID> newKeys = new TreeMap<>();
  private final Map<UUID, Submission> newLeads = new LinkedHashMap<>();
  private final Map<UUID, List<Submission>> described = new LinkedHashMap<>();

  SubmissionGroup(Connection connection, EventLog log, List<Submission> submissions)
      throws SQLException {
    this.connection = connection;
    this.log = log;
    this.tables = new SubmissionTables(connection);
    this.submissions = submissions;
    this.originals = tables.originals(submissions);
  }

  /** Records the group; the receipts come in the order of the submissions. */
  List<Receipt> record() throws SQLException {
    identify();
    for (Submission submission : submissions) {
      Original original = originals.get(Once.of(submission));
      Receipt receipt = original == null ? first(submission) : repetition(submission, original);
      receipts.add(receipt);
      if (original == null) {
        originals.put(Once.of(submission), new Original(receipt, submission.contentHash()));
      }
    }
    tables.insertKeys(newKeys);
    tables.insertLeads(newLeads);
    new ProfileWriter(connection).describe(described);
    tables.insertReceipts(submissions, receipts);
    log.append(connection, events);
    return receipts;
  }

  /**
   * Finds out who is who and locks the leads that exist already. One that was erased while the lock
   * was awaited has lost its keys: then everybody is looked up again.
   */
  private void identify() throws SQLException {
    List<MatchKey> keys =
        submissions.stream().flatMap(s -> keysOf(s).stream()).distinct().sorted().toList();
    if (keys.isEmpty()) {
      return;
    }
    while (true) {
      Map<MatchKey, UUID> owners = tables.owners(keys);
      Subjects.lock(connection, owners.values());
      Set<UUID> erased = tables.erased(owners.values());
      if (erased.isEmpty()) {
        identifyAll(new Identification(owners, UuidCreator::getTimeOrderedEpoch));
        return;
      }
    }
  }

  private void identifyAll(Identification identification) {
    identities = new HashMap<>();
    Set<Once> seen = new HashSet<>(originals.keySet());
    for (Submission submission : submissions) {
      if (seen.add(Once.of(submission)) && !keysOf(submission).isEmpty()) {
        identities.put(submission, identification.identify(keysOf(submission)));
      }
    }
  }

  private List<MatchKey> keysOf(Submission submission) {
    return submission.reading() instanceof Reading.Usable usable
        ? usable.person().keys()
        : List.of();
  }

  private Receipt repetition(Submission submission, Original original) {
    return new Receipt.Duplicate(
        submission.id(),
        original.receipt(),
        original.contentHash().equals(submission.contentHash()));
  }

  private Receipt first(Submission submission) {
    if (submission.reading() instanceof Reading.Usable usable) {
      return identified(submission, usable.person(), identities.get(submission));
    }
    if (submission.reading() instanceof Reading.Nothing nothing) {
      return discarded(submission, nothing);
    }
    Reading.Unusable unusable = (Reading.Unusable) submission.reading();
    events.add(
        Published.fact(
            new SubmissionQuarantined(
                submission.id(),
                submission.source(),
                unusable.campaign(),
                unusable.why(),
                submission.arrivedAt()),
            submission.cause()));
    return new Receipt.Quarantined(submission.id(), unusable.why());
  }

  private Receipt discarded(Submission submission, Reading.Nothing nothing) {
    events.add(
        Published.fact(
            new SubmissionDiscarded(
                submission.id(),
                submission.source(),
                nothing.campaign(),
                submission.arrivedAt(),
                nothing.why().name(),
                false,
                submission.arrivedAt()),
            submission.cause()));
    return new Receipt.Discarded(submission.id(), nothing.why());
  }

  private Receipt identified(Submission submission, Person person, Identified who) {
    UnstorableText.refuse(person);
    UUID leadId = who.leadId();
    who.newKeys().forEach(key -> newKeys.put(key, leadId));
    described.computeIfAbsent(leadId, id -> new ArrayList<>()).add(submission);
    Cause cause = submission.cause();
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
                  person.facts()),
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
                  person.facts()),
              cause));
    }
    events.add(Published.profileChanged(leadId, submission.arrivedAt(), cause));
    return who.isNew()
        ? new Receipt.NewLead(submission.id(), leadId)
        : new Receipt.Touchpoint(submission.id(), leadId);
  }
}
