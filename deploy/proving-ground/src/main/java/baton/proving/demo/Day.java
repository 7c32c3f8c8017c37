package baton.proving.demo;

import baton.proving.doors.Doors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays a day against a running system. */
final class Day {

  private static final Duration POLL = Duration.ofMillis(400);
  private static final Duration SHOW = Duration.ofMillis(200);

  /** When work begins in Singapore. */
  private static final double MORNING_IN_SINGAPORE = 0.3;

  private final Doors doors;
  private final LiveAgenda agenda;
  private final Screen screen;
  private final Run run;
  private final Logbook logbook = new Logbook();
  private final SetUp setUp;
  private final Agreements agreements;

  /**
   * @param agenda which is ended by whoever made it
   */
  Day(Doors doors, LiveAgenda agenda, Screen screen) {
    this.doors = doors;
    this.agenda = agenda;
    this.screen = screen;
    this.run = new Run(agenda.now());
    this.setUp = new SetUp(doors, run.start());
    this.agreements = new Agreements(doors);
  }

  /**
   * Plays it, and returns once it is over.
   *
   * @throws baton.proving.doors.DoorClosed if a door stays closed
   */
  DayReport play(DemoOptions options) {
    screen.line("Setting up teams, pools, rules, criteria and deadlines");
    DayPlan wanted = DayPlan.of(options.seed(), options.length());
    Terms terms = Terms.of(options.length());
    setUp.all();
    agreements.criteria();
    agreements.policy(terms);
    Platforms platforms = new Platforms(doors, new Sources(doors).connect(), run, logbook);
    Crm crm = new Crm(doors, agenda, options.seed(), terms, run, logbook);
    Opening opening = new Opening(agenda, platforms, crm, logbook);
    List<Delivery> first = Opening.deliveries(wanted);
    Duration reaction = opening.reaction(first);
    DayPlan plan = DayPlan.of(options.seed(), Opening.longEnough(options.length(), reaction));
    if (!plan.length().equals(options.length())) {
      slowDown(crm, reaction, plan.length());
    }
    for (Delivery delivery : withoutFirst(plan.deliveries(), first)) {
      agenda.in(delivery.at(), () -> platforms.send(delivery, agenda.now()));
    }
    agenda.in(part(plan.length(), MORNING_IN_SINGAPORE), this::beginWorkInSingapore);
    again(crm::look);
    again(new HeldWatch(doors, logbook)::look);
    follow(plan.length());
    new Settling(doors, agenda).await();
    new HeldWatch(doors, logbook).look();
    return DayReport.of(run, logbook, doors);
  }

  private void slowDown(Crm crm, Duration reaction, Duration length) {
    screen.line(
        "A lead takes %.1f s to reach a rep, for this machine is slow or busy: the day takes %d s"
            .formatted(reaction.toMillis() / 1000.0, length.toSeconds()));
    Terms terms = Terms.of(length);
    agreements.policy(terms);
    crm.goBy(terms);
  }

  /** What is sent again later has the same name, and stays. */
  private static List<Delivery> withoutFirst(List<Delivery> all, List<Delivery> first) {
    List<Delivery> rest = new ArrayList<>(all);
    for (Delivery sent : first) {
      rest.stream()
          .filter(delivery -> delivery.name().equals(sent.name()))
          .findFirst()
          .ifPresent(rest::remove);
    }
    return rest;
  }

  private void beginWorkInSingapore() {
    Staff.REPS.stream()
        .filter(rep -> rep.shift() == Shift.LATER)
        .forEach(rep -> setUp.save(rep.onShift(Shift.ON)));
  }

  private void again(Runnable what) {
    agenda.in(
        POLL,
        () -> {
          what.run();
          again(what);
        });
  }

  private void follow(Duration length) {
    Progress progress = screen.progress(length, logbook);
    Instant begin = agenda.now();
    Duration passed = Duration.ZERO;
    while (passed.compareTo(length) < 0) {
      progress.show(passed);
      agenda.letPass(SHOW);
      passed = Duration.between(begin, agenda.now());
    }
    progress.show(length);
    progress.end();
    agenda.finish();
  }

  private static Duration part(Duration length, double share) {
    return Duration.ofMillis(Math.round(length.toMillis() * share));
  }
}
