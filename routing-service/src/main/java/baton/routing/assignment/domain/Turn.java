package baton.routing.assignment.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The turn of a pool: whoever was given a lead longest ago comes next. Nobody can be flooded: who
 * takes a lead goes to the end, and who could take none for a while has missed the turns and gets
 * no more than the others afterwards. The same seats and leads always give the same choices.
 */
public final class Turn {

  private static final Comparator<Seat> ORDER =
      Comparator.comparingLong(Seat::lastTurn).thenComparing(Seat::repId);

  private final TreeSet<Seat> seats = new TreeSet<>(ORDER);
  private final Map<UUID, Seat> byRep = new HashMap<>();
  private long number;

  /**
   * @param number of the last turn taken in the pool
   * @param seats of all reps in the pool
   */
  public Turn(long number, Collection<Seat> seats) {
    this.number = number;
    this.seats.addAll(seats);
    seats.forEach(seat -> byRep.put(seat.repId(), seat));
  }

  /**
   * Gives a lead to whoever comes next and can take it.
   *
   * @param had the reps who had this cycle before
   */
  public Choice next(Collection<UUID> had) {
    List<PassedOver.Rep> named = new ArrayList<>();
    Map<WhyPassed, Integer> all = new EnumMap<>(WhyPassed.class);
    Map<WhyPassed, Integer> more = new EnumMap<>(WhyPassed.class);
    for (Seat seat : seats) {
      var refusal = seat.refusal(had);
      if (refusal.isEmpty()) {
        PassedOver passedOver = new PassedOver(seats.size(), named, more);
        seats.remove(seat);
        seat.take(++number);
        seats.add(seat);
        return new Choice.Chosen(seat, passedOver);
      }
      WhyPassed reason = refusal.get();
      all.merge(reason, 1, Integer::sum);
      if (named.size() < PassedOver.NAMED) {
        named.add(new PassedOver.Rep(seat.repId(), reason, seat.openLeads(), seat.capacity()));
      } else {
        more.merge(reason, 1, Integer::sum);
      }
    }
    return new Choice.Nobody(why(all), new PassedOver(seats.size(), named, more));
  }

  private WhyHeld why(Map<WhyPassed, Integer> passed) {
    int inactive = passed.getOrDefault(WhyPassed.INACTIVE, 0);
    if (seats.isEmpty()) {
      return WhyHeld.EMPTY_POOL;
    } else if (inactive == seats.size()) {
      return WhyHeld.NOBODY_ACTIVE;
    } else if (inactive + passed.getOrDefault(WhyPassed.ALREADY_HAD_IT, 0) == seats.size()) {
      return WhyHeld.EVERYBODY_HAD_IT;
    }
    return WhyHeld.NO_CAPACITY;
  }

  /** A rep holds one lead less; nothing happens if the rep is not in the pool. */
  public void giveBack(UUID repId) {
    Seat seat = byRep.get(repId);
    if (seat != null) {
      seat.giveBack();
    }
  }

  /** How many leads could be given now. */
  public int room() {
    return (int) Math.min(Integer.MAX_VALUE, seats.stream().mapToLong(Seat::room).sum());
  }

  /** Why a lead that nobody had would wait if there is no {@link #room()}. */
  public WhyHeld reasonToWait() {
    if (seats.isEmpty()) {
      return WhyHeld.EMPTY_POOL;
    }
    return seats.stream().anyMatch(Seat::isAvailable) ? WhyHeld.NO_CAPACITY : WhyHeld.NOBODY_ACTIVE;
  }

  /** Number of the last turn taken. */
  public long number() {
    return number;
  }

  /** The seats in the order of the turn. */
  public List<Seat> seats() {
    return List.copyOf(seats);
  }
}
