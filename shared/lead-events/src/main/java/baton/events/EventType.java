package baton.events;

import baton.events.activity.Activity;
import baton.events.followup.Accepted;
import baton.events.followup.BreachWithdrawn;
import baton.events.followup.Breached;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.DueSoon;
import baton.events.followup.FeedbackRaised;
import baton.events.followup.FirstTouch;
import baton.events.followup.Lost;
import baton.events.followup.NoEngagement;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.RepInformed;
import baton.events.followup.Won;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadProfile;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.LeadsMerged;
import baton.events.intake.LeadsUnmerged;
import baton.events.intake.ProfileMarker;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionQuarantined;
import baton.events.intake.SubmissionReleased;
import baton.events.intake.SubmissionRetried;
import baton.events.intake.TouchpointRecorded;
import baton.events.qualification.LeadDisqualified;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.Rep;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of event types: wire name, version, topic and record. Evolution is additive: a
 * reader ignores fields it does not know, and a change that would alter a sample is a new version.
 */
public enum EventType {
  LEAD_RECEIVED("baton.lead.received", 1, Topic.INTAKE, LeadReceived.class),
  TOUCHPOINT_RECORDED("baton.touchpoint.recorded", 1, Topic.INTAKE, TouchpointRecorded.class),
  LEADS_MERGED("baton.leads.merged", 1, Topic.INTAKE, LeadsMerged.class),
  LEAD_SUPERSEDED("baton.lead.superseded", 1, Topic.INTAKE, LeadSuperseded.class),
  LEADS_UNMERGED("baton.leads.unmerged", 1, Topic.INTAKE, LeadsUnmerged.class),
  LEAD_ERASED("baton.lead.erased", 1, Topic.INTAKE, LeadErased.class),
  SUBMISSION_QUARANTINED(
      "baton.submission.quarantined", 1, Topic.INTAKE, SubmissionQuarantined.class),
  SUBMISSION_RETRIED("baton.submission.retried", 1, Topic.INTAKE, SubmissionRetried.class),
  SUBMISSION_RELEASED("baton.submission.released", 1, Topic.INTAKE, SubmissionReleased.class),
  SUBMISSION_DISCARDED("baton.submission.discarded", 1, Topic.INTAKE, SubmissionDiscarded.class),
  LEAD_PROFILE("baton.lead.profile", 1, Topic.LEAD_PROFILE, LeadProfile.class),
  PROFILE_MARKER("baton.lead-profile.marker", 1, Topic.LEAD_PROFILE, ProfileMarker.class),
  LEAD_QUALIFIED("baton.lead.qualified", 1, Topic.QUALIFICATION, LeadQualified.class),
  LEAD_NURTURED("baton.lead.nurtured", 1, Topic.QUALIFICATION, LeadNurtured.class),
  LEAD_DISQUALIFIED("baton.lead.disqualified", 1, Topic.QUALIFICATION, LeadDisqualified.class),
  LEAD_ASSIGNED("baton.lead.assigned", 1, Topic.ROUTING, LeadAssigned.class),
  LEAD_HELD("baton.lead.held", 1, Topic.ROUTING, LeadHeld.class),
  LEAD_RELEASED("baton.lead.released", 1, Topic.ROUTING, LeadReleased.class),
  REP("baton.rep", 1, Topic.ROSTER, Rep.class),
  ACTIVITY("baton.activity", 1, Topic.ACTIVITY, Activity.class),
  ACCEPTED("baton.followup.accepted", 1, Topic.FOLLOWUP, Accepted.class),
  REJECTED("baton.followup.rejected", 1, Topic.FOLLOWUP, Rejected.class),
  FIRST_TOUCH("baton.followup.first-touch", 1, Topic.FOLLOWUP, FirstTouch.class),
  DUE_SOON("baton.followup.due-soon", 1, Topic.FOLLOWUP, DueSoon.class),
  BREACHED("baton.followup.breached", 1, Topic.FOLLOWUP, Breached.class),
  BREACH_WITHDRAWN("baton.followup.breach-withdrawn", 1, Topic.FOLLOWUP, BreachWithdrawn.class),
  NO_ENGAGEMENT("baton.followup.no-engagement", 1, Topic.FOLLOWUP, NoEngagement.class),
  DISQUALIFIED("baton.followup.disqualified", 1, Topic.FOLLOWUP, Disqualified.class),
  RECYCLED("baton.followup.recycled", 1, Topic.FOLLOWUP, Recycled.class),
  CONVERTED("baton.followup.converted", 1, Topic.FOLLOWUP, Converted.class),
  WON("baton.followup.won", 1, Topic.FOLLOWUP, Won.class),
  LOST("baton.followup.lost", 1, Topic.FOLLOWUP, Lost.class),
  REP_INFORMED("baton.followup.rep-informed", 1, Topic.FOLLOWUP, RepInformed.class),
  FEEDBACK_RAISED("baton.followup.feedback-raised", 1, Topic.FOLLOWUP, FeedbackRaised.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, Function.identity()));
  private static final Set<String> NAMES =
      BY_NAME.keySet().stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));

  private final String ceType;
  private final Topic topic;
  private final Class<? extends Event> record;

  EventType(String name, int version, Topic topic, Class<? extends Event> record) {
    this.ceType = name + ".v" + version;
    this.topic = topic;
    this.record = record;
  }

  /** The value of {@code ce_type}, for example {@code baton.lead.received.v1}. */
  public String ceType() {
    return ceType;
  }

  public Topic topic() {
    return topic;
  }

  public Class<? extends Event> record() {
    return record;
  }

  /**
   * The type of this wire name, or empty if the contract has none of that name; also for null,
   * since an event without a type is nobody's.
   *
   * @throws UnknownVersion if the contract has a type of that name in another version only
   */
  public static Optional<EventType> named(String ceType) {
    EventType type = BY_NAME.get(ceType);
    if (type == null && ceType != null && NAMES.contains(name(ceType))) {
      throw new UnknownVersion(ceType);
    }
    return Optional.ofNullable(type);
  }

  /** The type that this event is of. */
  public static EventType of(Event event) {
    return BY_RECORD.get(event.getClass());
  }

  private static String name(String ceType) {
    return ceType.replaceFirst("\\.v\\d+$", "");
  }
}
