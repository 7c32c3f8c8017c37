package baton.followup.commitment;

import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Disposition;
import baton.followup.policy.domain.PolicyHistory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an activity must carry to be recorded: its writers are strangers, and the topic is open. */
@Singleton
public class ActivityRules {

  /** Codes are kept for ever, so that they must not be free text. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /** Times that every database and calendar can hold. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Lets an activity pass that can be recorded.
   *
   * @throws IllegalArgumentException saying what is wrong with it, without quoting it
   */
  public void check(Activity activity) {
    require(
        activity.repId() != null || activity.externalRepId() != null,
        "an activity names its rep by repId or externalRepId");
    require(
        activity.source() != null
            && activity.activityId() != null
            && activity.type() != null
            && activity.occurredAt() != null,
        "an activity has source, activityId, type and occurredAt");
    require(isTime(activity.occurredAt()), "occurredAt is not between the years 1 and 9999");
    require(
        activity.reasonCode() == null || CODE.matcher(activity.reasonCode()).matches(),
        "a reason code has 1 to 100 of A-Z a-z 0-9 _ . -");
    require(
        activity.type() != ActivityType.DISPOSITION || activity.disposition() != null,
        "an activity of the type DISPOSITION names it");
    require(
        activity.disposition() != Disposition.REJECTED || activity.reason() != null,
        "a rejection names its reason");
  }

  /** Whether a time is one that can be kept. */
  public static boolean isTime(Instant at) {
    return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
  }

  /**
   * Lets an activity pass whose code is configured for its outcome, or was when it was done.
   *
   * @throws IllegalArgumentException naming the codes that are valid, without quoting the one
   */
  public void checkCode(Activity activity, PolicyHistory history) {
    unknownCode(activity, history)
        .ifPresent(
            valid -> {
              throw new IllegalArgumentException("unknown reason code; " + valid);
            });
  }

  /**
   * Which codes an activity may have, if its own is not one of them; empty if all is well.
   *
   * @return for people: "valid for REJECTED: DUPLICATE, WRONG_DATA"
   */
  public static Optional<String> unknownCode(Activity activity, PolicyHistory history) {
    if (activity.reasonCode() == null || activity.disposition() == null) {
      return Optional.empty();
    }
    String outcome = activity.disposition().name();
    String reason = activity.reason() == null ? null : activity.reason().name();
    if (history.allows(outcome, reason, activity.reasonCode(), activity.occurredAt())) {
      return Optional.empty();
    }
    List<String> codes = history.current().policy().codesFor(outcome, reason);
    String of = reason == null ? outcome : outcome + " " + reason;
    return Optional.of(
        codes.isEmpty()
            ? of + " has no codes"
            : "valid for " + of + ": " + String.join(", ", codes));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
