package baton.followup.commitment.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.followup.Story;
import baton.followup.commitment.TrackerFloor;
import baton.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an activity must carry; the clock stands at nine. */
class ActivityRulesTest {

  private static final Duration TOLERANCE = TrackerFloor.CONFIG.clockTolerance();
  private static final UUID REP = UUID.randomUUID();

  private final ActivityRules rules =
      new ActivityRules(TrackerFloor.CONFIG, SettableClock.at(Story.NINE));

  @Test
  void aRepIsNamedByEitherId() {
    passes(activity("crm", REP, null, Story.NINE));
    passes(activity("crm", null, "sam", Story.NINE));
    fails(activity("crm", null, null, Story.NINE), "repId or externalRepId");
  }

  @Test
  void whatNamesAnActivityIsThere() {
    fails(activity(null, REP, null, Story.NINE), "has source, activityId");
    fails(activity("crm", REP, null, null), "occurredAt");
  }

  @Test
  void itsTimeIsNotBefore1970NorFurtherAheadThanClocksMayBe() {
    passes(activity("crm", REP, null, Instant.EPOCH));
    fails(activity("crm", REP, null, Instant.EPOCH.minusMillis(1)), "before 1970");
    passes(activity("crm", REP, null, Story.NINE.plus(TOLERANCE)));
    fails(activity("crm", REP, null, Story.NINE.plus(TOLERANCE).plusMillis(1)), "PT5M after now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "sam@example.com"})
  void aReasonCodeIsNoFreeText(String code) {
    fails(outcome(Disposition.RECYCLED, null, code), "reason code");
  }

  @Test
  void aReasonCodeHasAHundredCharactersAtMost() {
    passes(outcome(Disposition.RECYCLED, null, "x".repeat(100)));
    fails(outcome(Disposition.RECYCLED, null, "x".repeat(101)), "reason code");
  }

  @Test
  void aRejectionNamesItsReasonAndOtherOutcomesNeedNone() {
    passes(outcome(Disposition.REJECTED, RejectionReason.CLERICAL, null));
    passes(outcome(Disposition.DISQUALIFIED, null, null));
    fails(outcome(Disposition.REJECTED, null, null), "reason");
  }

  private void passes(Activity activity) {
    assertThatCode(() -> rules.check(activity)).doesNotThrowAnyException();
  }

  private void fails(Activity activity, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.check(activity))
        .withMessageContaining(why);
  }

  private static Activity activity(String source, UUID rep, String externalRepId, Instant at) {
    return new Activity(
        source,
        "call-1",
        UUID.randomUUID(),
        rep,
        externalRepId,
        ActivityType.CALL,
        null,
        null,
        null,
        null,
        at);
  }

  private static Activity outcome(Disposition disposition, RejectionReason reason, String code) {
    return new Activity(
        "crm",
        "outcome-1",
        UUID.randomUUID(),
        REP,
        null,
        ActivityType.DISPOSITION,
        null,
        disposition,
        reason,
        code,
        Story.NINE);
  }
}
