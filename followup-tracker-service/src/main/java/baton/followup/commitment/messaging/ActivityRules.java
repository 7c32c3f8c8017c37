package baton.followup.commitment.messaging;

import baton.events.activity.Activity;
import baton.events.activity.Disposition;
import baton.followup.commitment.CommitmentConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.regex.Pattern;

/** What an activity must carry to be recorded: its writers are strangers, and the topic is open. */
@Singleton
public class ActivityRules {

  /** Codes are kept for ever, so that they must not be free text. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private final CommitmentConfig config;
  private final Clock clock;

  public ActivityRules(CommitmentConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Lets an activity pass that can be recorded.
   *
   * @throws IllegalArgumentException saying what is wrong with it, without quoting it
   */
  void check(Activity activity) {
    require(
        activity.repId() != null || activity.externalRepId() != null,
        "an activity names its rep by repId or externalRepId");
    require(
        activity.source() != null
            && activity.activityId() != null
            && activity.type() != null
            && activity.occurredAt() != null,
        "an activity has source, activityId, type and occurredAt");
    require(
        config.canHaveHappened(activity.occurredAt(), clock.instant()),
        "an activity is dated before 1970 or more than " + config.clockTolerance() + " after now");
    require(
        activity.reasonCode() == null || CODE.matcher(activity.reasonCode()).matches(),
        "a reason code has 1 to 100 of A-Z a-z 0-9 _ . -");
    require(
        activity.disposition() != Disposition.REJECTED || activity.reason() != null,
        "a rejection names its reason");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
