package baton.followup.timeline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Says in plain language what an entry of the timeline means. */
final class Sentences {

  private Sentences() {}

  private static boolean isHistory(JsonNode data) {
    return data.path("history").asBoolean();
  }

  /**
   * One sentence for an event of this type; its own name where there is none.
   *
   * @param reps names of reps; one who is not among them is called by the id
   */
  static String of(String type, JsonNode data, Map<UUID, String> reps) {
    return switch (type) {
      case "baton.lead.received.v1" ->
          (isHistory(data) ? "Imported as history from " : "Received from ")
              + text(data, "source")
              + campaign(data)
              + ".";
      case "baton.touchpoint.recorded.v1" ->
          (isHistory(data) ? "More history imported from " : "Came back through ")
              + text(data, "source")
              + campaign(data)
              + ".";
      case "baton.leads.merged.v1" -> "Another record of the same person was merged into this one.";
      case "baton.leads.unmerged.v1" -> "The other record is of another person after all.";
      case "baton.lead.superseded.v1" -> "Turned out to be another record of the same person.";
      case "baton.lead.erased.v1" -> "Everything that told who this is was erased.";
      case "baton.lead.qualified.v1" ->
          summary(data, "Qualified, grade " + text(data, "grade") + ".");
      case "baton.lead.nurtured.v1" -> summary(data, "Left with marketing.");
      case "baton.lead.disqualified.v1" -> summary(data, "Disqualified.");
      case "baton.lead.assigned.v1" ->
          "Assigned to " + rep(data, reps) + ". " + join(data.path("reasons"));
      case "baton.lead.held.v1" -> "Held, because " + hold(text(data, "reason")) + ".";
      case "baton.lead.released.v1" ->
          "Taken from " + rep(data, reps) + ": " + words(text(data, "cause")) + ".";
      case "baton.activity.v1" -> activity(data);
      case "baton.followup.accepted.v1" -> "Accepted by its owner.";
      case "baton.followup.rejected.v1" ->
          "Rejected by its owner, reason " + words(text(data, "reason")) + code(data) + ".";
      case "baton.followup.first-touch.v1" ->
          "First touch: " + words(text(data, "activityType")) + ".";
      case "baton.followup.due-soon.v1" ->
          "Reminder: " + owed(data) + " is due at " + text(data, "dueAt") + ".";
      case "baton.followup.breached.v1" ->
          "Deadline missed: " + owed(data) + " was due at " + text(data, "dueAt") + ".";
      case "baton.followup.breach-withdrawn.v1" ->
          "What was recorded as missed is withdrawn: "
              + owed(data)
              + " had been met in time or was owed no more.";
      case "baton.followup.no-engagement.v1" ->
          "No engagement until " + text(data, "dueAt") + ": " + silence(text(data, "cause")) + ".";
      case "baton.followup.disqualified.v1" ->
          "Disqualified by its owner after contact" + code(data) + ".";
      case "baton.followup.recycled.v1" -> "Sent back to nurture by its owner" + code(data) + ".";
      case "baton.followup.converted.v1" -> "A real opportunity, says its owner.";
      case "baton.followup.won.v1" -> "The opportunity was won.";
      case "baton.followup.lost.v1" -> "The opportunity was lost" + code(data) + ".";
      case "baton.followup.rep-informed.v1" -> "Its owner was told of the assignment.";
      case "baton.followup.feedback-raised.v1" ->
          "Feedback to the campaign: " + words(text(data, "kind")) + code(data) + ".";
      default -> type;
    };
  }

  /** The rep of an entry, or null if it names none. */
  static UUID repId(JsonNode data) {
    try {
      return data.hasNonNull("repId") ? UUID.fromString(text(data, "repId")) : null;
    } catch (IllegalArgumentException e) {
      return null; // as a stranger wrote it
    }
  }

  private static String rep(JsonNode data, Map<UUID, String> reps) {
    String name = reps.get(repId(data));
    return name == null ? "rep " + text(data, "repId") : name;
  }

  private static String activity(JsonNode data) {
    String what = words(text(data, "type"));
    if (data.hasNonNull("disposition")) {
      what += ", outcome " + words(text(data, "disposition"));
    }
    return "Rep activity in " + text(data, "source") + ": " + what + "." + flag(data);
  }

  private static String flag(JsonNode data) {
    return switch (text(data, "flag")) {
      case "FUTURE" -> " Not counted: when it came in it lay in the future.";
      case "BEFORE_LEAD" -> " Not counted: it is dated before the lead existed.";
      default -> "";
    };
  }

  private static String owed(JsonNode data) {
    return switch (text(data, "commitment")) {
      case "ACCEPTANCE" -> "the acceptance";
      case "FIRST_TOUCH" -> "the first touch";
      default -> "the touch by anybody in Sales";
    };
  }

  private static String silence(String cause) {
    return switch (cause) {
      case "NOT_ACCEPTED" -> "the owner neither accepted, rejected nor touched the lead";
      case "NOT_TOUCHED" -> "the owner accepted the lead and did not touch it";
      case "HELD" -> "the lead was held and had no owner";
      default -> "the lead was neither held nor had an owner";
    };
  }

  private static String hold(String reason) {
    return switch (reason) {
      case "NO_CAPACITY" -> "everybody in the pool holds as much as agreed";
      case "NOBODY_ACTIVE" -> "nobody in the pool takes leads at present";
      case "EMPTY_POOL" -> "the pool has no reps";
      case "NOBODY_AT_WORK" -> "everybody in the pool is away or off duty";
      case "NO_MANAGER" -> "its last owner has no manager who could take it";
      default -> "everybody in the pool had this lead before";
    };
  }

  private static String campaign(JsonNode data) {
    return data.hasNonNull("campaign") ? ", campaign " + text(data, "campaign") : "";
  }

  private static String code(JsonNode data) {
    return data.hasNonNull("code") ? " (" + text(data, "code") + ")" : "";
  }

  /** What the receipt says; a decision of former versions has none. */
  private static String summary(JsonNode data, String otherwise) {
    String summary = data.path("receipt").path("summary").asText();
    return summary.isEmpty() ? otherwise : summary;
  }

  /** Each reason as a sentence of its own. */
  private static String join(JsonNode reasons) {
    StringBuilder text = new StringBuilder();
    for (JsonNode reason : reasons) {
      String sentence = reason.asText();
      text.append(text.isEmpty() ? "" : " ").append(sentence);
      text.append(sentence.endsWith(".") ? "" : ".");
    }
    return text.toString();
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asText();
  }
}
