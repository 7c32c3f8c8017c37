package baton.qualification;

import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.RejectionReason;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.Lost;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.Won;
import baton.events.intake.EmailFacts;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadFacts;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.LeadsMerged;
import baton.events.intake.LeadsUnmerged;
import baton.events.intake.TouchpointRecorded;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What other services say of one lead, numbered as they would number it. */
public final class Incoming {

  public static final LeadFacts NOTHING =
      new LeadFacts(null, null, null, null, null, null, null, null);
  public static final LeadFacts GOOD =
      new LeadFacts(
          "Head of Plant Operations",
          "Halden Pumps",
          "example.com",
          "US",
          null,
          240,
          new EmailFacts(EmailFacts.Kind.COMPANY, EmailFacts.Status.VALID),
          null);
  public static final LeadFacts THROW_AWAY =
      new LeadFacts(
          null,
          null,
          null,
          null,
          null,
          null,
          new EmailFacts(EmailFacts.Kind.DISPOSABLE, EmailFacts.Status.VALID),
          null);

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  public final UUID lead = UuidCreator.getTimeOrderedEpoch();
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
          "ce_correlationid", id.toString());
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

  public static Instant at(int minute) {
    return NINE.plusSeconds(60L * minute);
  }

  public Message received(UUID submission, int minute, LeadFacts facts) {
    return message(
        new LeadReceived(
            lead, submission, submission, "web", "spring", null, at(minute), facts, null));
  }

  public Message touchpoint(UUID submission, int minute, LeadFacts facts) {
    return message(
        new TouchpointRecorded(
            lead, submission, "webinar", "march", null, at(minute), facts, null));
  }

  /** Turned out to be that one. */
  public Message superseded(Incoming survivor, int minute) {
    return message(new LeadSuperseded(lead, survivor.lead, at(minute)));
  }

  /** That one turned out to be this one. */
  public Message merged(Incoming other, boolean prevails, int minute) {
    UUID prevailing = prevails ? other.lead : lead;
    return message(new LeadsMerged(lead, other.lead, prevailing, at(minute)));
  }

  public Message unmerged(Incoming other, int minute) {
    return message(new LeadsUnmerged(lead, other.lead, at(minute)));
  }

  public Message recycled(UUID cycle, int minute) {
    return message(new Recycled(lead, cycle, lead, lead, null, at(minute)));
  }

  public Message rejected(UUID cycle, int minute) {
    return message(
        new Rejected(
            lead, cycle, lead, lead, "web", null, RejectionReason.CLERICAL, null, at(minute)));
  }

  public Message disqualified(UUID cycle, int minute) {
    return message(new Disqualified(lead, cycle, lead, lead, null, at(minute)));
  }

  public Message converted(UUID cycle, int minute) {
    return message(new Converted(lead, cycle, lead, lead, at(minute)));
  }

  public Message won(UUID cycle, int minute) {
    return message(new Won(lead, cycle, lead, lead, at(minute)));
  }

  public Message lost(UUID cycle, int minute) {
    return message(new Lost(lead, cycle, lead, lead, "CHOSE_ANOTHER", at(minute)));
  }

  public Message erased(int minute) {
    return message(new LeadErased(lead, at(minute)));
  }

  private Message message(Event event) {
    EventType type = EventType.of(event);
    int sequence = sequences.merge(type.topic().topicName(), 1, Integer::sum);
    return new Message(event, type, UuidCreator.getTimeOrderedEpoch(), sequence);
  }
}
