package baton.routing;

import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.ActivityType;
import baton.events.activity.RejectionReason;
import baton.events.followup.Breached;
import baton.events.followup.Commitment;
import baton.events.followup.Converted;
import baton.events.followup.FirstTouch;
import baton.events.followup.Lost;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.Won;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadFacts;
import baton.events.intake.LeadSuperseded;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.Grade;
import baton.events.qualification.LeadQualified;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What other services say of one lead, numbered as they would number it. */
public final class Incoming {

  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final LeadFacts FACTS =
      new LeadFacts(null, "Halden Pumps", null, null, null, null, null, null);

  public final UUID lead = UuidCreator.getTimeOrderedEpoch();
  public final UUID cycle = UuidCreator.getTimeOrderedEpoch();
  private final Map<String, Integer> sequences = new HashMap<>();

  /** A record as it lies on a topic. */
  public record Message(Event event, EventType type, UUID id, int sequence) {

    /** The headers that the relay of the sender would set. */
    public Map<String, String> headers() {
      return Map.of(
          "ce_id", id.toString(),
          "ce_type", type.ceType(),
          "ce_subject", event.subject().toString(),
          "ce_time", event.at().toString(),
          "ce_recordedtime", event.at().toString(),
          "ce_sequence", Integer.toString(sequence),
          "ce_correlationid", event.subject().toString());
    }

    public ConsumerRecord<String, byte[]> read() {
      var record =
          new ConsumerRecord<>(
              type.topic().topicName(), 0, 0, event.subject().toString(), EventJson.write(event));
      headers()
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      return record;
    }
  }

  public Message qualified() {
    return qualified(cycle);
  }

  /** Qualified by a decision of its own. */
  public Message qualified(UUID inCycle) {
    return qualified(inCycle, Grade.B, FACTS, NINE);
  }

  /** Because of a submission that arrived at this time. */
  public Message qualifiedBecauseOf(UUID submission, Instant arrivedAt) {
    return qualified(submission, Grade.B, FACTS, arrivedAt);
  }

  public Message qualified(Grade grade) {
    return qualified(cycle, grade, FACTS, NINE);
  }

  public Message qualified(LeadFacts facts) {
    return qualified(cycle, Grade.B, facts, NINE);
  }

  private Message qualified(UUID inCycle, Grade grade, LeadFacts facts, Instant arrivedAt) {
    DecisionReceipt receipt = new DecisionReceipt("test", 1, inCycle, 20, List.of(), "Qualified.");
    return message(
        new LeadQualified(
            lead,
            inCycle,
            UuidCreator.getTimeOrderedEpoch(),
            false,
            "web",
            "spring",
            grade,
            arrivedAt,
            facts,
            receipt,
            NINE));
  }

  public Message rejected(UUID assignment) {
    return rejected(assignment, RejectionReason.CLERICAL);
  }

  public Message rejected(UUID assignment, RejectionReason reason) {
    return message(new Rejected(lead, cycle, assignment, lead, "web", null, reason, null, NINE));
  }

  public Message breached(UUID assignment, Commitment commitment) {
    return message(new Breached(lead, cycle, assignment, lead, commitment, NINE, 1, NINE));
  }

  public Message won(UUID assignment) {
    return message(new Won(lead, cycle, assignment, lead, NINE));
  }

  public Message lost(UUID assignment) {
    return message(new Lost(lead, cycle, assignment, lead, null, NINE));
  }

  public Message firstTouch(UUID assignment) {
    return message(
        new FirstTouch(lead, cycle, assignment, lead, ActivityType.CALL, "crm", "c-1", NINE));
  }

  public Message recycled(UUID assignment) {
    return message(new Recycled(lead, cycle, assignment, lead, null, NINE));
  }

  public Message converted(UUID assignment) {
    return message(new Converted(lead, cycle, assignment, lead, NINE));
  }

  public Message erased() {
    return message(new LeadErased(lead, NINE));
  }

  /** Turned out to be another lead at this time. */
  public Message superseded(Instant at) {
    return message(new LeadSuperseded(lead, UuidCreator.getTimeOrderedEpoch(), at));
  }

  private Message message(Event event) {
    EventType type = EventType.of(event);
    int sequence = sequences.merge(type.topic().topicName(), 1, Integer::sum);
    return new Message(event, type, UuidCreator.getTimeOrderedEpoch(), sequence);
  }
}
