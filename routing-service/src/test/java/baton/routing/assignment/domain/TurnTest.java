package baton.routing.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  private static UUID rep(int number) {
    return new UUID(1, number);
  }

  private static Load load(int rep, Presence presence, int openLeads, int capacity) {
    return load(rep, presence, openLeads, capacity, 0, null);
  }

  private static Load load(
      int rep, Presence presence, int openLeads, int capacity, int givenToday, Integer dailyCap) {
    return new Load(
        new Load.Terms(rep(rep), 1, null, null, presence, capacity, dailyCap),
        openLeads,
        givenToday);
  }

  private static Seat seat(int rep, Load load, int weight) {
    return new Seat(load, weight, 0, 0, rep, null);
  }

  private static Seat repWithOpenLeads(int rep, int openLeads, int capacity) {
    return seat(rep, load(rep, Presence.AT_WORK, openLeads, capacity), 1);
  }

  private static Seat repWithWeight(int rep, int weight) {
    return seat(rep, load(rep, Presence.AT_WORK, 0, 100_000), weight);
  }

  private static Seat repWho(int rep, Presence presence) {
    return seat(rep, load(rep, presence, 0, 5), 1);
  }

  private static UUID owner(Choice choice) {
    return ((Choice.Chosen) choice).rep().repId();
  }

  private static WhyHeld reason(Choice choice) {
    return ((Choice.Nobody) choice).reason();
  }

  private static Turn of(Seat... seats) {
    return of(Strategy.TURN, AwayPolicy.IGNORE_HOURS, seats);
  }

  private static Turn of(Strategy strategy, AwayPolicy away, Seat... seats) {
    return new Turn(strategy, away, seats.length, 0, List.of(seats));
  }

  private static Map<UUID, Integer> histogram(Turn turn, int leads) {
    Map<UUID, Integer> counts = new HashMap<>();
    for (int i = 0; i < leads; i++) {
      counts.merge(owner(turn.next(Set.of())), 1, Integer::sum);
    }
    return counts;
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
    assertThat(turn.movements()).isEmpty();
  }

  @Test
  void oneBelowCapacityTakesALeadAndOneAtCapacityDoesNot() {
    Seat seat = repWithOpenLeads(1, 4, 5);
    Turn turn = of(seat);
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(reason(turn.next(Set.of()))).isEqualTo(WhyHeld.NO_CAPACITY);
    seat.load().giveBack();
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
    Turn turn = of(seat(1, load(1, Presence.AT_WORK, 0, 100, 2, 3), 1));
    assertThat(turn.room()).isEqualTo(1);
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(turn.room()).isZero();
    Choice choice = turn.next(Set.of());
    assertThat(reason(choice)).isEqualTo(WhyHeld.NO_CAPACITY);
    assertThat(choice.selection().passedOver().named().get(0).reason())
        .isEqualTo(WhyPassed.DAILY_CAP_REACHED);
  }

  @Test
  void whoHadTheCycleIsPassedOverAndLosesNoTurnAtTheEndOfARound() {
    Turn turn = of(repWithOpenLeads(1, 0, 50), repWithOpenLeads(2, 0, 50));
    assertThat(owner(turn.next(Set.of(rep(1))))).isEqualTo(rep(2));
    assertThat(owner(turn.next(Set.of(rep(1))))).isEqualTo(rep(2));
    Map<UUID, Integer> next = histogram(turn, 4);
    assertThat(next).containsEntry(rep(1), 3).containsEntry(rep(2), 1);
    assertThat(turn.movements()).isEmpty();
  }

  @Test
  void reasonsToHoldTellApartWhyNobodyFits() {
    Seat inactive = repWho(1, Presence.INACTIVE);
    Seat absent = repWho(2, Presence.ABSENT);
    Seat there = repWithOpenLeads(3, 0, 5);
    Seat full = repWithOpenLeads(3, 5, 5);
    Seat off = repWho(4, Presence.offDutyUntil(TEN));
    assertThat(reason(of().next(Set.of()))).isEqualTo(WhyHeld.EMPTY_POOL);
    assertThat(reason(of(inactive).next(Set.of()))).isEqualTo(WhyHeld.NOBODY_ACTIVE);
    assertThat(reason(of(inactive, absent).next(Set.of()))).isEqualTo(WhyHeld.NOBODY_AT_WORK);
    assertThat(reason(of(inactive, there).next(Set.of(rep(3)))))
        .isEqualTo(WhyHeld.EVERYBODY_HAD_IT);
    assertThat(reason(of(absent, there).next(Set.of(rep(3))))).isEqualTo(WhyHeld.NOBODY_AT_WORK);
    assertThat(reason(of(inactive, absent, full).next(Set.of()))).isEqualTo(WhyHeld.NO_CAPACITY);
    assertThat(reason(of(Strategy.TURN, AwayPolicy.WAIT_FOR_WORK, off).next(Set.of())))
        .isEqualTo(WhyHeld.NOBODY_AT_WORK);
    assertThat(of().nobody().reason()).isEqualTo(WhyHeld.EMPTY_POOL);
    assertThat(of(full).nobody().reason()).isEqualTo(WhyHeld.NO_CAPACITY);
  }

  @Test
  void twentyAreNamedAndTheOthersCounted() {
    Seat[] full =
        IntStream.range(0, 23).mapToObj(i -> repWithOpenLeads(i, 1, 1)).toArray(Seat[]::new);
    PassedOver passedOver = of(full).next(Set.of()).selection().passedOver();
    assertThat(passedOver.candidates()).isEqualTo(23);
    assertThat(passedOver.named()).hasSize(20);
    assertThat(passedOver.named().get(0).candidate().repId()).isEqualTo(rep(0));
    assertThat(passedOver.more()).isEqualTo(Map.of(WhyPassed.AT_CAPACITY, 3));
    assertThat(passedOver.number()).isEqualTo(23);
  }

  @Test
  void twiceTheWeightIsTwiceTheTurnsExactlyInEveryRound() {
    Turn turn = of(repWithWeight(1, 1), repWithWeight(2, 2), repWithWeight(3, 3));
    for (int round = 1; round <= 50; round++) {
      Map<UUID, Integer> counts = histogram(turn, 6);
      assertThat(counts).isEqualTo(Map.of(rep(1), 1, rep(2), 2, rep(3), 3));
    }
  }

  @Test
  void whoReturnsHasMissedTheTurnsAndTheLedgerSaysWhatKeptThemAway() {
    Seat full = repWithOpenLeads(1, 1, 1);
    Turn turn = of(full, repWithWeight(2, 1), repWithWeight(3, 1));
    histogram(turn, 100);
    full.load().giveBack();
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(turn.movements()).hasSize(1);
    Movement missed = turn.movements().get(0);
    assertThat(missed.cause()).isEqualTo(Movement.Cause.MISSED_TURNS);
    assertThat(missed.keptBy()).isEqualTo(WhyPassed.AT_CAPACITY);
    assertThat((missed.passAfter() - missed.passBefore()) / Seat.SCALE).isEqualTo(49);
  }

  @Test
  void turnsGivenBackAreAsManyLeadsMoreAndNeverThreeInARow() {
    Turn turn = of(repWithWeight(1, 1), repWithWeight(2, 1), repWithWeight(3, 1));
    histogram(turn, 3);
    turn.giveTurnBack(rep(1));
    turn.giveTurnBack(rep(1));
    List<UUID> owners = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      owners.add(owner(turn.next(Set.of())));
    }
    assertThat(Collections.frequency(owners, rep(1))).isEqualTo(12);
    assertThat(Collections.frequency(owners, rep(2))).isEqualTo(10);
    for (int i = 2; i < owners.size(); i++) {
      assertThat(Set.copyOf(owners.subList(i - 2, i + 1))).isNotEqualTo(Set.of(rep(1)));
    }
    assertThat(turn.movements())
        .extracting(Movement::cause)
        .contains(Movement.Cause.TURN_GIVEN_BACK, Movement.Cause.TURN);
  }

  @Test
  void theOwnersLeadMovesNobodyInTheTurn() {
    Seat first = repWithWeight(1, 1);
    Turn turn = of(first, repWithWeight(2, 1));
    Choice byOwner = turn.toOwner(first.load(), Set.of());
    assertThat(owner(byOwner)).isEqualTo(rep(1));
    assertThat(((Choice.Chosen) byOwner).byTurn()).isFalse();
    assertThat(turn.number()).isEqualTo(2);
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
  }

  @Test
  void anOwnerAtCapacityLeavesItToThePool() {
    Load owner = load(9, Presence.AT_WORK, 5, 5);
    Choice choice = of(repWithWeight(1, 1)).toOwner(owner, Set.of());
    assertThat(owner(choice)).isEqualTo(rep(1));
    assertThat(choice.selection().owner().repId()).isEqualTo(rep(9));
  }

  @Test
  void fewestGoesByOpenLeadsForTheWeight() {
    Turn turn =
        of(
            Strategy.FEWEST,
            AwayPolicy.IGNORE_HOURS,
            seat(1, load(1, Presence.AT_WORK, 3, 50), 1),
            seat(2, load(2, Presence.AT_WORK, 4, 50), 2));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(2));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(2));
    // Now 3 for 1 and 6 for 2: a tie, and the turn decides.
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
    assertThat(turn.movements()).isEmpty();
  }

  @Test
  void leastLoadedGoesByTheShareOfTheCapacity() {
    Turn turn =
        of(
            Strategy.LEAST_LOADED,
            AwayPolicy.IGNORE_HOURS,
            repWithOpenLeads(1, 1, 4),
            repWithOpenLeads(2, 2, 10));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(2));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
  }

  @Test
  void thoseAtWorkComeFirstThenWhoeverBeginsSoonest() {
    Turn turn =
        of(
            Strategy.TURN,
            AwayPolicy.PREFER_AT_WORK,
            repWho(1, Presence.offDutyUntil(TEN.plusSeconds(1))),
            repWho(2, Presence.offDutyUntil(TEN)),
            seat(3, load(3, Presence.AT_WORK, 0, 1), 1));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(3));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(2));
  }

  @Test
  void hoursDoNotMatterWhereTheyAreIgnored() {
    Turn turn = of(repWho(1, Presence.offDutyUntil(TEN)), repWho(2, Presence.AT_WORK));
    assertThat(owner(turn.next(Set.of()))).isEqualTo(rep(1));
  }
}
