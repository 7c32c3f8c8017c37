package baton.routing.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every pool and every sequence of leads. */
class TurnPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static UUID rep(int number) {
    return new UUID(1, number);
  }

  private static Load load(int rep, int capacity) {
    return new Load(
        new Load.Terms(rep(rep), 1, null, null, Presence.AT_WORK, capacity, null), 0, 0);
  }

  private static Map<UUID, Integer> give(Turn turn, int leads) {
    Map<UUID, Integer> counts = new HashMap<>();
    for (int i = 0; i < leads; i++) {
      if (turn.next(Set.of()) instanceof Choice.Chosen chosen) {
        counts.merge(chosen.rep().repId(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Turn of(Collection<Seat> seats) {
    return new Turn(Strategy.TURN, AwayPolicy.IGNORE_HOURS, 0, 0, seats);
  }

  @Property(tries = 300)
  void withEqualWeightsCountsAreAtMostOneApartAtEveryMoment(
      @ForAll @IntRange(min = 1, max = 40) int reps,
      @ForAll @IntRange(min = 1, max = 300) int leads,
      @ForAll @IntRange(min = 1, max = 20) int weight) {
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < reps; i++) {
      seats.add(new Seat(load(i, 100_000), weight, 0, 0, i, null));
    }
    Turn turn = of(seats);
    Map<UUID, Integer> counts = new HashMap<>();
    seats.forEach(seat -> counts.put(seat.repId(), 0));
    for (int i = 0; i < leads; i++) {
      give(turn, 1).forEach((rep, n) -> counts.merge(rep, n, Integer::sum));
      int most = counts.values().stream().mapToInt(n -> n).max().orElseThrow();
      int least = counts.values().stream().mapToInt(n -> n).min().orElseThrow();
      assertThat(most - least).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 300)
  void everybodyGetsTheShareOfTheirWeightButForLessThanTwoLeads(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 20) Integer> weights,
      @ForAll @IntRange(min = 1, max = 400) int leads) {
    List<Seat> seats = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      seats.add(new Seat(load(i, 100_000), weights.get(i), 0, 0, i, null));
      sum += weights.get(i);
    }
    Map<UUID, Integer> counts = give(of(seats), leads);
    for (int i = 0; i < weights.size(); i++) {
      double share = (double) leads * weights.get(i) / sum;
      // Strides keep within one of the share of each pair; over many reps a little more adds up.
      assertThat((double) counts.getOrDefault(rep(i), 0))
          .isBetween(share - weights.size(), share + weights.size());
    }
  }

  @Property(tries = 300)
  void whoJoinsOrReturnsGetsNoMoreThanTheOthersButOne(
      @ForAll @IntRange(min = 1, max = 10) int others,
      @ForAll @IntRange(min = 0, max = 200) int before,
      @ForAll @IntRange(min = 1, max = 200) int after) {
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      seats.add(new Seat(load(i, 100_000), 1, 0, 0, i, null));
    }
    Load returner = load(100, 0);
    seats.add(new Seat(returner, 1, 0, 0, 100, null));
    Turn turn = of(seats);
    give(turn, before);
    List<Seat> again = new ArrayList<>();
    for (Seat seat : turn.seats()) {
      Load there = seat.repId().equals(rep(100)) ? load(100, 100_000) : seat.load();
      again.add(new Seat(there, 1, seat.pass(), seat.credit(), seat.lastTurn(), seat.keptBy()));
    }
    again.add(new Seat(load(101, 100_000), 1, turn.virtualTime(), 0, turn.number() + 1, null));
    Turn later =
        new Turn(
            Strategy.TURN, AwayPolicy.IGNORE_HOURS, turn.number() + 1, turn.virtualTime(), again);
    Map<UUID, Integer> counts = give(later, after);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < others; i++) {
      least = Math.min(least, counts.getOrDefault(rep(i), 0));
    }
    assertThat(counts.getOrDefault(rep(100), 0)).isLessThanOrEqualTo(least + 1);
    assertThat(counts.getOrDefault(rep(101), 0)).isLessThanOrEqualTo(least + 1);
  }

  @Property(tries = 300)
  void noCapIsEverExceededAndNobodyWaitsWhileThereIsRoom(
      @ForAll("pools") Pool pool, @ForAll @IntRange(min = 1, max = 80) int leads) {
    Turn turn = pool.turn();
    for (int i = 0; i < leads; i++) {
      int room = turn.room();
      Choice choice = turn.next(Set.of());
      assertThat(choice instanceof Choice.Chosen).isEqualTo(room > 0);
      for (Seat seat : turn.seats()) {
        Load load = seat.load();
        Load.Terms terms = load.terms();
        if (load.isChanged()) {
          assertThat(load.openLeads()).isLessThanOrEqualTo(terms.capacity());
          assertThat(terms.dailyCap() == null || load.givenToday() <= terms.dailyCap()).isTrue();
          assertThat(terms.presence().state())
              .isNotIn(Presence.State.INACTIVE, Presence.State.ABSENT);
        }
      }
    }
  }

  @Property(tries = 4_000)
  void everyDecisionIsMadeAgainFromItsStoredInputs(
      @ForAll("pools") Pool pool,
      @ForAll Set<@IntRange(min = 0, max = 40) Integer> had,
      @ForAll boolean byOwner) {
    Set<UUID> hadIt = new HashSet<>();
    had.forEach(i -> hadIt.add(rep(i)));
    Turn turn = pool.turn();
    Choice choice = byOwner ? turn.toOwner(load(77, had.size() % 2), hadIt) : turn.next(hadIt);
    Optional<UUID> decided =
        choice instanceof Choice.Chosen chosen
            ? Optional.of(chosen.rep().repId())
            : Optional.empty();
    assertThat(choice.selection().replay()).isEqualTo(decided);
    if (choice instanceof Choice.Nobody nobody) {
      assertThat(choice.selection().replayWhyNobody()).isEqualTo(nobody.reason());
    }
  }

  @Property(tries = 1_000)
  void aDecisionWhoseInputsWereChangedComesOutOtherwise(@ForAll("pools") Pool pool) {
    Choice choice = pool.turn().next(Set.of());
    if (choice instanceof Choice.Chosen chosen) {
      Selection was = choice.selection();
      List<Candidate> able = new ArrayList<>(was.able());
      Candidate first = able.get(0);
      able.set(
          0,
          new Candidate(
              first.repId(),
              first.presence(),
              first.startsAt(),
              true,
              first.openLeads(),
              first.capacity(),
              first.givenToday(),
              first.dailyCap(),
              first.weight(),
              first.pass(),
              first.lastTurn()));
      Selection changed =
          new Selection(
              was.strategy(), was.away(), was.owner(), was.couldTakeIt(), able, was.passedOver());
      assertThat(changed.replay()).isNotEqualTo(Optional.of(chosen.rep().repId()));
    }
  }

  @Property(tries = 300)
  void theSameStateGivesTheSameChoicesInWhateverOrderTheSeatsAreRead(
      @ForAll("pools") Pool pool, @ForAll long seed) {
    Turn one = pool.turn();
    Turn other = pool.shuffled(new Random(seed));
    for (int i = 0; i < 30; i++) {
      assertThat(other.next(Set.of()).selection()).isEqualTo(one.next(Set.of()).selection());
    }
  }

  @Property(tries = 300)
  void whatMovedSomebodyIsTheSumOfTheLedgerAndTheTurns(
      @ForAll("pools") Pool pool, @ForAll @IntRange(min = 1, max = 60) int leads) {
    Turn turn = pool.inTurn();
    Map<UUID, Long> pass = new HashMap<>();
    turn.seats().forEach(seat -> pass.put(seat.repId(), seat.pass()));
    Map<UUID, Integer> turns = give(turn, leads);
    for (Movement movement : turn.movements()) {
      long moved = movement.passAfter() - movement.passBefore();
      if (movement.cause() == Movement.Cause.TURN) {
        turns.merge(movement.repId(), -1, Integer::sum);
      }
      pass.merge(movement.repId(), moved, Long::sum);
    }
    for (Seat seat : turn.seats()) {
      long paid = turns.getOrDefault(seat.repId(), 0) * (Seat.SCALE / seat.weight());
      assertThat(seat.pass()).isEqualTo(pass.get(seat.repId()) + paid);
    }
  }

  @Property(tries = 500)
  void aLeadThatWaitedLongerThanTheHeadStartGoesBeforeEveryLaterOne(
      @ForAll @IntRange(min = 0, max = 10_000) int a,
      @ForAll @IntRange(min = 0, max = 10_000) int b,
      @ForAll @IntRange(min = 0, max = 10_000) int c,
      @ForAll @IntRange(min = 0, max = 20_000) int later) {
    HeadStart starts =
        new HeadStart(Duration.ofMinutes(a), Duration.ofMinutes(b), Duration.ofMinutes(c));
    int largest = Math.max(a, Math.max(b, c));
    for (String grade : List.of("A", "B", "C")) {
      boolean overtaken =
          starts
              .priority(grade, NOW.plus(Duration.ofMinutes(later)))
              .isBefore(starts.priority("C", NOW));
      if (later >= largest) {
        assertThat(overtaken).isFalse();
      }
    }
  }

  /** A pool that can be made again. */
  record Pool(Strategy strategy, AwayPolicy away, List<Member> members) {

    record Member(
        int state, int open, int capacity, Integer dailyCap, int weight, long pass, long credit) {}

    private List<Seat> seats() {
      List<Seat> seats = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        Member m = members.get(i);
        Presence presence =
            switch (m.state()) {
              case 0 -> Presence.INACTIVE;
              case 1 -> Presence.ABSENT;
              case 2 -> Presence.offDutyUntil(NOW.plusSeconds(i % 3));
              case 3 -> Presence.offDutyUntil(null);
              default -> Presence.AT_WORK;
            };
        Load.Terms terms =
            new Load.Terms(rep(i), 1, null, null, presence, m.capacity(), m.dailyCap());
        Load load = new Load(terms, Math.min(m.open(), m.capacity()), 0);
        seats.add(new Seat(load, m.weight(), m.pass() * 1000, m.credit() * 1000, i, null));
      }
      return seats;
    }

    Turn turn() {
      return new Turn(strategy, away, 100, 500_000, seats());
    }

    Turn inTurn() {
      return new Turn(Strategy.TURN, away, 100, 500_000, seats());
    }

    Turn shuffled(Random random) {
      List<Seat> seats = seats();
      java.util.Collections.shuffle(seats, random);
      return new Turn(strategy, away, 100, 500_000, seats);
    }
  }

  @Provide
  Arbitrary<Pool> pools() {
    Arbitrary<Pool.Member> member =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 4).injectNull(0.5),
                Arbitraries.integers().between(1, 5),
                Arbitraries.longs().between(0, 1_000),
                Arbitraries.longs().between(0, 500_000))
            .as(Pool.Member::new);
    return Combinators.combine(
            Arbitraries.of(Strategy.class),
            Arbitraries.of(AwayPolicy.class),
            member.list().ofMaxSize(40))
        .as(Pool::new);
  }
}
