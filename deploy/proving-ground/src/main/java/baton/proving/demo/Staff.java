package baton.proving.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who sells: twenty reps of different diligence, and the managers of their teams. */
final class Staff {

  private static final String EMEA = Pool.EMEA.id();
  private static final String AMERICAS = Pool.AMERICAS.id();
  private static final String APAC = Pool.APAC.id();
  private static final String ENTERPRISE = Pool.ENTERPRISE.id();
  private static final String PARTNERS = Pool.PARTNERS.id();

  static final List<Rep> REPS =
      List.of(
          rep("Lena Hoffmann", Team.DACH, Habit.PROMPT, 14, Map.of(EMEA, 1, ENTERPRISE, 2)),
          capped("Jonas Brandt", Team.DACH, Habit.STEADY, 12, 60, Map.of(EMEA, 1)),
          rep("Mirko Petrovic", Team.DACH, Habit.LATE, 12, Map.of(EMEA, 1)),
          rep("Sabine Keller", Team.DACH, Habit.PICKY, 12, Map.of(EMEA, 1)),
          rep("Felix Aumann", Team.DACH, Habit.IGNORES, 10, Map.of(EMEA, 1)),
          rep("Amelia Clarke", Team.UK, Habit.PROMPT, 14, Map.of(EMEA, 1, ENTERPRISE, 2)),
          rep("Freya Lindqvist", Team.UK, Habit.ACCEPTS_ONLY, 12, Map.of(EMEA, 1)),
          rep("Harry Whitfield", Team.UK, Habit.CHERRY_PICKER, 12, Map.of(EMEA, 1)),
          rep("Callum Reid", Team.UK, Habit.WRITES_LATE, 4, Map.of(PARTNERS, 1)),
          onLeave(rep("Niamh Byrne", Team.UK, Habit.PROMPT, 12, Map.of(EMEA, 1, PARTNERS, 1))),
          rep("Marcus Bell", Team.AMERICAS, Habit.PROMPT, 12, Map.of(AMERICAS, 1)),
          capped(
              "Olivia Reyes",
              Team.AMERICAS,
              Habit.STEADY,
              12,
              60,
              Map.of(AMERICAS, 1, ENTERPRISE, 1)),
          rep("Tyler Boone", Team.AMERICAS, Habit.ACCEPTS_ONLY, 12, Map.of(AMERICAS, 1)),
          rep("Rachel Stein", Team.AMERICAS, Habit.LATE, 12, Map.of(AMERICAS, 1)),
          rep("Dwayne Porter", Team.AMERICAS, Habit.IGNORES, 10, Map.of(AMERICAS, 1)),
          later(rep("Mei Chen", Team.APAC, Habit.PROMPT, 8, Map.of(APAC, 1))),
          later(rep("Arjun Nair", Team.APAC, Habit.STEADY, 8, Map.of(APAC, 1))),
          later(rep("Kenji Watanabe", Team.APAC, Habit.IGNORES, 8, Map.of(APAC, 1))),
          rep("Sarah Lim", Team.APAC, Habit.STEADY, 4, Map.of(PARTNERS, 1)),
          later(rep("Daniel Ong", Team.APAC, Habit.CHERRY_PICKER, 8, Map.of(APAC, 1))));

  /** In the order of the teams. They get what was taken back too often; one is away. */
  static final List<Rep> MANAGERS =
      List.of(
          rep("Katharina Vogel", Team.DACH, Habit.STEADY, 0, Map.of()),
          rep("Oliver Grant", Team.UK, Habit.IGNORES, 0, Map.of()),
          onLeave(rep("Denise Carter", Team.AMERICAS, Habit.PROMPT, 0, Map.of())),
          rep("Wei Ling Tan", Team.APAC, Habit.STEADY, 0, Map.of()));

  /** Companies that a rep has known for years, by domain. */
  static final Map<String, Rep> OWNERS =
      Map.of(
          "brandt-maschinenbau.example", REPS.get(0),
          "pennine-rail.example", REPS.get(5),
          "greatlakes-freight.example", REPS.get(11),
          "hanse-versicherung.example", REPS.get(4));

  private Staff() {}

  static Stream<Rep> everybody() {
    return Stream.concat(REPS.stream(), MANAGERS.stream());
  }

  static boolean writesLate(UUID rep) {
    return everybody().anyMatch(one -> one.id().equals(rep) && one.habit() == Habit.WRITES_LATE);
  }

  private static Rep rep(
      String name, Team team, Habit habit, int capacity, Map<String, Integer> pools) {
    return capped(name, team, habit, capacity, null, pools);
  }

  private static Rep capped(
      String name,
      Team team,
      Habit habit,
      int capacity,
      Integer dailyCap,
      Map<String, Integer> pools) {
    return new Rep(name, team, habit, Shift.ON, false, capacity, dailyCap, pools);
  }

  private static Rep onLeave(Rep rep) {
    return new Rep(
        rep.name(),
        rep.team(),
        rep.habit(),
        rep.shift(),
        true,
        rep.capacity(),
        rep.dailyCap(),
        rep.pools());
  }

  /** Not at work yet when the day begins elsewhere. */
  private static Rep later(Rep rep) {
    return rep.onShift(Shift.LATER);
  }
}
