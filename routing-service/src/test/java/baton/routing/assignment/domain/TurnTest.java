package baton.routing.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static UUID rep(int number) {
    return new UUID(1, number);
  }

  private static Seat seat(
      int rep, Agreement agreed, int openLeads, int givenToday, long lastTurn) {
    return new Seat(rep(rep), 1, agreed, openLeads, givenToday, lastTurn);
  }

  private static Seat repWithOpenLeads(int rep, int openLeads, int capacity) {
    return seat(rep, new Agreement(true, capacity, null), openLeads, 0, rep);
  }

  private static UUID owner(Choice choice) {
    return ((Choice.Chosen) choice).seat().repId();
  }

  private static WhyHeld reason(Choice choice) {
    return ((Choice.Nobody) choice).reason();
  }

  private static Turn of(Seat... seats) {
    return new Turn(seats.length, List.of(seats));
  }

  @Test
  void whoeverWasGivenALeadLongestAgoComesNext() {
    Turn turn = of(repWithOpenLeads(1, 0, 9), repWithOpenLeads(2, 0, 9), repWithOpenLeads(3, 0, 9));
    List<UUID> owners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      owners.add(owner(turn.next(Set.of())));
    }
    assertThat(owners).containsExactly(rep(1), rep(2), rep(3), rep(1), rep(2), rep(3));
    assertThat(turn.number()).isEqualTo(9);
  }

  @Test
  void oneBelowCapacityTakesALeadAndOneAtCapacityDoesNot() {
    Turn turn = of(repWithOpenLeads(1, 4, 5));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(reason(turn.next(Set.of()))).isEqualTo(WhyHeld.NO_CAPACITY);
    turn.giveBack(rep(1));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
  }

  @Test
  void aCapacityLoweredBelowWhatIsHeldTakesNothingAway() {
    Turn turn = of(repWithOpenLeads(1, 8, 5));
    assertThat(turn.room()).isZero();
    assertThat(reason(turn.next(Set.of()))).isEqualTo(WhyHeld.NO_CAPACITY);
  }

  @Test
  void theDailyCapIsReachedExactlyAtItsNumber() {
    Turn turn = of(seat(1, new Agreement(true, 100, 3), 0, 2, 0));
    assertThat(turn.room()).isEqualTo(1);
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(turn.room()).isZero();
    Choice choice = turn.next(Set.of());
    assertThat(reason(choice)).isEqualTo(WhyHeld.NO_CAPACITY);
    assertThat(choice.passedOver().named().get(0).reason()).isEqualTo(WhyPassed.DAILY_CAP_REACHED);
  }

  @Test
  void whoHadTheCycleIsPassedOverAndKeepsThePlaceInTheTurn() {
    Turn turn = of(repWithOpenLeads(1, 0, 5), repWithOpenLeads(2, 0, 5));
    Choice choice = turn.next(Set.of(rep(1)));
    assertThat(owner(choice)).isEqualTo(rep(2));
    assertThat(choice.passedOver().named())
        .extracting("reason")
        .containsExactly(WhyPassed.ALREADY_HAD_IT);
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
  }

  @Test
  void reasonsToHoldTellApartWhyNobodyFits() {
    Seat away = seat(1, new Agreement(false, 5, null), 0, 0, 0);
    assertThat(reason(of().next(Set.of()))).isEqualTo(WhyHeld.EMPTY_POOL);
    assertThat(reason(of(away).next(Set.of()))).isEqualTo(WhyHeld.NOBODY_ACTIVE);
    assertThat(reason(of(away, repWithOpenLeads(2, 0, 5)).next(Set.of(rep(2)))))
        .isEqualTo(WhyHeld.EVERYBODY_HAD_IT);
    assertThat(reason(of(away, repWithOpenLeads(2, 5, 5)).next(Set.of())))
        .isEqualTo(WhyHeld.NO_CAPACITY);
    assertThat(of().reasonToWait()).isEqualTo(WhyHeld.EMPTY_POOL);
    assertThat(of(away).reasonToWait()).isEqualTo(WhyHeld.NOBODY_ACTIVE);
    assertThat(of(repWithOpenLeads(2, 5, 5)).reasonToWait()).isEqualTo(WhyHeld.NO_CAPACITY);
  }

  @Test
  void twentyAreNamedAndTheOthersCounted() {
    List<Seat> full = IntStream.range(0, 23).mapToObj(i -> repWithOpenLeads(i, 1, 1)).toList();
    PassedOver passedOver = new Turn(23, full).next(Set.of()).passedOver();
    assertThat(passedOver.candidates()).isEqualTo(23);
    assertThat(passedOver.named()).hasSize(20);
    assertThat(passedOver.named().get(0).repId()).isEqualTo(rep(0));
    assertThat(passedOver.more()).isEqualTo(Map.of(WhyPassed.AT_CAPACITY, 3));
  }

  @Test
  void theSameSeatsAlwaysGiveTheSameChoices() {
    List<List<UUID>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Turn turn =
          of(repWithOpenLeads(3, 0, 2), repWithOpenLeads(1, 1, 2), repWithOpenLeads(2, 0, 9));
      runs.add(IntStream.range(0, 6).mapToObj(i -> owner(turn.next(Set.of()))).toList());
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }
}
