package baton.followup.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import baton.followup.commitment.domain.Deadline.Kind;
import baton.followup.commitment.domain.RepActivity.Disposition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngagementTest {

  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID SOMEBODY_ELSE = UUID.randomUUID();
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Assignment OWNED =
      Assignment.made(UUID.randomUUID(), UUID.randomUUID(), OWNER, 1, null, "all", NINE, List.of());

  @Test
  void anOutboundCallIsATouchAndAcceptsTheLead() {
    Engagement engagement = engagement(activity(OWNER, 10, "CALL", null));
    assertThat(engagement.firstTouch()).isNotNull();
    assertThat(engagement.metAt(Kind.ACCEPTANCE)).isEqualTo(minute(10));
    assertThat(engagement.metAt(Kind.FIRST_TOUCH)).isEqualTo(minute(10));
  }

  @Test
  void aTaskAndAnInboundCallAreNoTouch() {
    RepActivity inbound =
        new RepActivity(
            "crm", "in", OWNER, null, "CALL", false, null, null, null, minute(1), NINE, null);
    assertThat(engagement(activity(OWNER, 2, "TASK", null), inbound).firstTouch()).isNull();
  }

  @Test
  void whatSomebodyElseDidOrWhatCameBeforeTheAssignmentIsNotTheOwners() {
    Engagement engagement =
        engagement(activity(SOMEBODY_ELSE, 1, "CALL", null), activity(OWNER, -1, "CALL", null));
    assertThat(engagement).isEqualTo(Engagement.NONE);
  }

  @Test
  void atTheMomentOfTheAssignmentItCounts() {
    assertThat(engagement(activity(OWNER, 0, "EMAIL", null)).firstTouch()).isNotNull();
  }

  @Test
  void theFirstOutcomeClosesAndWhatComesAfterCountsNoMore() {
    Engagement engagement =
        engagement(
            activity(OWNER, 9, "CALL", null),
            activity(OWNER, 8, "DISPOSITION", Disposition.CONVERTED),
            activity(OWNER, 5, "DISPOSITION", Disposition.REJECTED));
    assertThat(engagement.closing().disposition()).isEqualTo(Disposition.REJECTED);
    assertThat(engagement.firstTouch()).isNull();
    assertThat(engagement.accepted()).isNull();
    assertThat(engagement.metAt(Kind.ACCEPTANCE)).isEqualTo(minute(5));
  }

  @Test
  void theOutcomeThatWasPublishedStaysAlsoIfAnEarlierOneBecomesKnown() {
    RepActivity published = activity(OWNER, 9, "DISPOSITION", Disposition.CONVERTED);
    RepActivity earlier = activity(OWNER, 5, "DISPOSITION", Disposition.REJECTED);
    Engagement engagement = Engagement.of(OWNED, null, List.of(published, earlier), published);
    assertThat(engagement.closing()).isEqualTo(published);
  }

  @Test
  void anErasureClosesWhatSalesHadOrWereToGetAndNothingElse() {
    for (CycleState state : CycleState.values()) {
      switch (state) {
        case ROUTING, HELD, ASSIGNED, ACCEPTED, TOUCHED, CONVERTED ->
            assertThat(state.closed(CycleState.ERASED)).isEqualTo(CycleState.ERASED);
        default -> assertThat(state.closed(CycleState.ERASED)).isEqualTo(state);
      }
    }
  }

  @Test
  void theStateOfTheCycleFollowsFromWhatIsKnown() {
    Engagement nothing = engagement();
    Engagement accepted = engagement(activity(OWNER, 1, "DISPOSITION", Disposition.ACCEPTED));
    Engagement touched = engagement(activity(OWNER, 1, "CALL", null));
    Engagement recycled = engagement(activity(OWNER, 1, "DISPOSITION", Disposition.RECYCLED));
    assertThat(CycleState.of(Decision.NONE, Routing.NONE, null)).isEqualTo(CycleState.DECIDING);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.NONE, null)).isEqualTo(CycleState.ROUTING);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.HELD, null)).isEqualTo(CycleState.HELD);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.ASSIGNED, nothing))
        .isEqualTo(CycleState.ASSIGNED);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.ASSIGNED, accepted))
        .isEqualTo(CycleState.ACCEPTED);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.ASSIGNED, touched))
        .isEqualTo(CycleState.TOUCHED);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.RELEASED, recycled))
        .isEqualTo(CycleState.RECYCLED);
    assertThat(CycleState.of(Decision.QUALIFIED, Routing.RELEASED, touched))
        .isEqualTo(CycleState.ROUTING);
  }

  private static Engagement engagement(RepActivity... activities) {
    return Engagement.of(OWNED, null, List.of(activities), null);
  }

  private static RepActivity activity(UUID rep, int minute, String type, Disposition disposition) {
    return new RepActivity(
        "crm",
        type + minute,
        rep,
        null,
        type,
        true,
        disposition,
        null,
        null,
        minute(minute),
        minute(minute),
        null);
  }

  private static Instant minute(int minute) {
    return NINE.plusSeconds(60L * minute);
  }
}
