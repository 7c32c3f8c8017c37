package baton.followup;

import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.events.intake.EmailFacts;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadFacts;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.PhoneFacts;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.Grade;
import baton.events.qualification.LeadQualified;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.HoldReason;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.events.routing.Rep;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The story of one lead as records on the topics. */
public final class Story {

  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final Instant start;
  public final UUID lead = UuidCreator.getTimeOrderedEpoch();
  public final UUID cycle = UuidCreator.getTimeOrderedEpoch();
  public final UUID decision = UuidCreator.getTimeOrderedEpoch();
  public final UUID assignment = UuidCreator.getTimeOrderedEpoch();
  public final UUID rep;

  /** Begins at nine on a Monday in March. */
  public Story() {
    this(NINE);
  }

  /** Begins at this time instead of at nine. */
  public Story(Instant start) {
    this(start, UuidCreator.getTimeOrderedEpoch());
  }

  /** Goes to this rep. */
  public Story(Instant start, UUID rep) {
    this.start = start;
    this.rep = rep;
  }

  public ConsumerRecord<String, byte[]> received() {
    return record(
        1, new LeadReceived(lead, cycle, cycle, "api", "spring", null, start, facts(), null));
  }

  public ConsumerRecord<String, byte[]> qualified() {
    return qualifiedAt(start.plusSeconds(1));
  }

  public ConsumerRecord<String, byte[]> qualifiedAt(Instant at) {
    return record(
        1,
        new LeadQualified(
            lead,
            cycle,
            decision,
            false,
            "api",
            "spring",
            Grade.A,
            start,
            facts(),
            new DecisionReceipt("b2b", 1, cycle, 50, List.of(), "Meets everything."),
            at));
  }

  public ConsumerRecord<String, byte[]> rep() {
    return rep(rep, 3, Map.of("crm", crmId()), start);
  }

  /** By which the activities of the story name its rep. */
  public String crmId() {
    return "sam-" + rep;
  }

  /** A rep as the roster has it in this version. */
  public static ConsumerRecord<String, byte[]> rep(
      UUID id, long version, Map<String, String> externalIds, Instant updatedAt) {
    return rep(id, version, externalIds, updatedAt, "Europe/Berlin");
  }

  /** The same in another zone than Berlin, working on Mondays from nine to five. */
  public static ConsumerRecord<String, byte[]> rep(
      UUID id, long version, Map<String, String> externalIds, Instant updatedAt, String zone) {
    boolean berlin = zone.equals("Europe/Berlin");
    return record(
        null,
        new Rep(
            id,
            version,
            "Sam",
            "North",
            null,
            zone,
            berlin
                ? List.of()
                : List.of(
                    new Rep.WorkingBlock(
                        DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))),
            null,
            List.of(),
            true,
            10,
            externalIds,
            updatedAt));
  }

  /** Assigned at 9:00:02. */
  public ConsumerRecord<String, byte[]> assigned() {
    return record(1, assigned(assignment, rep, start.plusSeconds(2)));
  }

  /** Its lead is given to this rep. */
  public LeadAssigned assigned(UUID assignmentId, UUID repId, Instant at) {
    return new LeadAssigned(
        lead,
        cycle,
        assignmentId,
        decision,
        repId,
        3,
        "North",
        "default",
        "all",
        1,
        Grade.A,
        1,
        AssignmentCause.QUALIFIED,
        "api",
        "spring",
        List.of("It was Sam's turn."),
        new Considered(1, List.of(), Map.of()),
        at);
  }

  public ConsumerRecord<String, byte[]> released() {
    return released(ReleaseCause.REJECTED);
  }

  /** A quarter of an hour after the beginning. */
  public ConsumerRecord<String, byte[]> released(ReleaseCause cause) {
    return record(2, new LeadReleased(lead, cycle, assignment, rep, cause, start.plusSeconds(900)));
  }

  /** Held at 9:00:02, instead of being assigned. */
  public ConsumerRecord<String, byte[]> held() {
    return record(1, held(start.plusSeconds(2)));
  }

  /** Its lead has to wait for an owner. */
  public LeadHeld held(Instant at) {
    return new LeadHeld(
        lead,
        cycle,
        decision,
        "default",
        "all",
        1,
        Grade.A,
        HoldReason.NO_CAPACITY,
        "api",
        "spring",
        new Considered(1, List.of(), Map.of()),
        at);
  }

  public ConsumerRecord<String, byte[]> erased(int minute) {
    return record(2, new LeadErased(lead, start.plusSeconds(60L * minute)));
  }

  /** Turned out to be another lead. */
  public ConsumerRecord<String, byte[]> superseded(int minute) {
    return record(2, new LeadSuperseded(lead, UUID.randomUUID(), start.plusSeconds(60L * minute)));
  }

  public ConsumerRecord<String, byte[]> accepted(int minute) {
    return activity(minute, ActivityType.DISPOSITION, Disposition.ACCEPTED);
  }

  public ConsumerRecord<String, byte[]> outcome(int minute, Disposition outcome) {
    return activity(minute, ActivityType.DISPOSITION, outcome);
  }

  /** The owner's integration says that the owner was told. */
  public ConsumerRecord<String, byte[]> informed(int minute) {
    return activity(minute, ActivityType.INFORMED, null);
  }

  /** A call; its rep is named by the id in the CRM. */
  public ConsumerRecord<String, byte[]> called(int minute) {
    return activity(minute, ActivityType.CALL, null);
  }

  public ConsumerRecord<String, byte[]> rejected(int minute) {
    return activity(minute, ActivityType.DISPOSITION, Disposition.REJECTED);
  }

  private ConsumerRecord<String, byte[]> activity(
      int minute, ActivityType type, Disposition disposition) {
    return record(
        null,
        new Activity(
            "crm",
            lead + "-" + type + "-" + minute,
            lead,
            null,
            "sam-" + rep,
            type,
            Direction.OUTBOUND,
            disposition,
            disposition == Disposition.REJECTED ? RejectionReason.CLERICAL : null,
            null,
            start.plusSeconds(60L * minute)));
  }

  /** What is known of each lead. */
  public static LeadFacts facts() {
    return new LeadFacts(
        "Buyer",
        "Example",
        "example.com",
        "DE",
        null,
        null,
        new EmailFacts(EmailFacts.Kind.COMPANY, EmailFacts.Status.VALID),
        new PhoneFacts(PhoneFacts.Status.MISSING, null));
  }

  public static ConsumerRecord<String, byte[]> record(Integer sequence, Event event) {
    EventType type = EventType.of(event);
    var record =
        new ConsumerRecord<>(
            type.topic().topicName(), 0, 0, event.subject().toString(), EventJson.write(event));
    header(record, "ce_id", UUID.nameUUIDFromBytes(EventJson.write(event)).toString());
    header(record, "ce_type", type.ceType());
    header(record, "ce_time", event.at().toString());
    if (sequence != null) {
      header(record, "ce_sequence", sequence.toString());
    }
    return record;
  }

  private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
