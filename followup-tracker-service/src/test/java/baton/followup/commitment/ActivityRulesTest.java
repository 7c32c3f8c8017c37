package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.followup.Story;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an activity must carry. */
class ActivityRulesTest {

  private static final UUID REP = UUID.randomUUID();

  private final ActivityRules rules = new ActivityRules();

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
  void itsTimeIsOneThatCanBeKept() {
    passes(activity("crm", REP, null, Instant.parse("0001-01-01T00:00:00Z")));
    fails(activity("crm", REP, null, Instant.parse("0000-12-31T23:59:59.999999Z")), "year");
    passes(activity("crm", REP, null, Instant.parse("9999-12-31T23:59:59Z")));
    fails(activity("crm", REP, null, Instant.parse("+10000-01-01T00:00:00Z")), "year");
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
  void aDispositionNamesItself() {
    passes(outcome(Disposition.ACCEPTED, null, null));
    fails(outcome(null, null, null), "DISPOSITION");
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
