package baton.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every calendar, to the nanosecond. */
class ArithmeticTest {

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Scenario.any();
  }

  /** Mostly days, sometimes years or nothing. */
  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, Duration.ofHours(200).toNanos()),
            Arbitraries.longs().between(0, Duration.ofDays(1200).toNanos()),
            Arbitraries.longs().between(0, 2),
            Arbitraries.longs().between(0, 400).map(hours -> Duration.ofHours(hours).toNanos()))
        .map(Duration::ofNanos);
  }

  @Property
  void whatIsAddedIsMeasured(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration working) {
    WorkingCalendar calendar = scenario.calendar();

    calendar
        .plus(scenario.start(), working)
        .ifPresent(due -> assertThat(calendar.between(scenario.start(), due)).isEqualTo(working));
  }

  @Property
  void noEarlierInstantWouldDo(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration working) {
    WorkingCalendar calendar = scenario.calendar();

    calendar
        .plus(scenario.start(), working)
        .filter(due -> due.isAfter(scenario.start()))
        .ifPresent(
            due ->
                assertThat(calendar.between(scenario.start(), due.minusNanos(1)))
                    .isLessThan(working));
  }

  @Property
  void nothingIsFoundWhereThereIsNotSoMuch(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration working) {
    WorkingCalendar calendar = scenario.calendar();
    Instant start = scenario.start();
    Duration most = calendar.between(start, start.plus(WorkingCalendar.HORIZON));

    assertThat(calendar.plus(start, working).isPresent()).isEqualTo(working.compareTo(most) <= 0);
    assertThat(calendar.plus(start, most)).isPresent();
    assertThat(calendar.plus(start, most.plusNanos(1))).isEmpty();
  }

  @Property
  void whatIsAddedInTwoPartsIsAddedAtOnce(
      @ForAll("scenarios") Scenario scenario,
      @ForAll("durations") Duration one,
      @ForAll("durations") Duration other) {
    WorkingCalendar calendar = scenario.calendar();
    Optional<Instant> atOnce = calendar.plus(scenario.start(), one.plus(other));

    if (atOnce.isPresent()) {
      assertThat(calendar.plus(scenario.start(), one).flatMap(then -> calendar.plus(then, other)))
          .isEqualTo(atOnce);
    }
  }

  @Property
  void moreWorkIsDoneNoEarlier(
      @ForAll("scenarios") Scenario scenario,
      @ForAll("durations") Duration one,
      @ForAll("durations") Duration more) {
    WorkingCalendar calendar = scenario.calendar();

    calendar
        .plus(scenario.start(), one.plus(more))
        .ifPresent(
            later ->
                assertThat(calendar.plus(scenario.start(), one).orElseThrow())
                    .isBeforeOrEqualTo(later));
  }

  @Property
  void workBegunLaterIsDoneNoEarlier(
      @ForAll("scenarios") Scenario scenario,
      @ForAll("durations") Duration later,
      @ForAll("durations") Duration working) {
    WorkingCalendar calendar = scenario.calendar();
    Optional<Instant> due = calendar.plus(scenario.start(), working);
    Optional<Instant> dueLater = calendar.plus(scenario.start().plus(later), working);

    if (due.isPresent() && dueLater.isPresent()) {
      assertThat(dueLater.get()).isAfterOrEqualTo(due.get());
    }
  }

  @Property
  void spansAddUp(
      @ForAll("scenarios") Scenario scenario,
      @ForAll("durations") Duration one,
      @ForAll("durations") Duration other) {
    WorkingCalendar calendar = scenario.calendar();
    Instant a = scenario.start();
    Instant b = a.plus(one);
    Instant c = b.minus(other);

    assertThat(calendar.between(a, c))
        .isEqualTo(calendar.between(a, b).plus(calendar.between(b, c)));
  }

  @Property
  void thereAndBackIsNothing(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration later) {
    WorkingCalendar calendar = scenario.calendar();
    Instant then = scenario.start().plus(later);

    assertThat(calendar.between(then, scenario.start()))
        .isEqualTo(calendar.between(scenario.start(), then).negated());
    assertThat(calendar.between(then, then)).isEqualTo(Duration.ZERO);
  }

  @Property
  void noMoreIsWorkedThanPasses(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration later) {
    assertThat(scenario.calendar().between(scenario.start(), scenario.start().plus(later)))
        .isBetween(Duration.ZERO, later);
  }

  @Property
  void intervalsSumUpAndAreApart(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration later) {
    WorkingCalendar calendar = scenario.calendar();
    Instant from = scenario.start();
    Instant to = from.plus(later);
    List<Interval> intervals = calendar.intervals(from, to);

    assertThat(intervals.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(calendar.between(from, to));
    for (int i = 1; i < intervals.size(); i++) {
      assertThat(intervals.get(i).from()).isAfter(intervals.get(i - 1).to());
    }
    if (!intervals.isEmpty()) {
      assertThat(intervals.get(0).from()).isAfterOrEqualTo(from);
      assertThat(intervals.get(intervals.size() - 1).to()).isBeforeOrEqualTo(to);
    }
  }

  @Property
  void theNextWorkIsWhereTheFirstNanosecondIsWorked(@ForAll("scenarios") Scenario scenario) {
    WorkingCalendar calendar = scenario.calendar();
    Instant start = scenario.start();

    assertThat(calendar.nextWorking(start))
        .isEqualTo(calendar.plus(start, Duration.ofNanos(1)).map(done -> done.minusNanos(1)));
    assertThat(calendar.isWorking(start))
        .isEqualTo(calendar.nextWorking(start).filter(start::equals).isPresent());
  }

  @Property(tries = 200)
  void howACalendarWasMadeDoesNotMatter(
      @ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration later) {
    WorkingCalendar calendar = scenario.calendar();
    WorkingCalendar sharing = calendar.withAbsences(List.of()).withAbsences(calendar.absences());
    Instant to = scenario.start().plus(later);
    calendar.withAbsences(List.of()).between(scenario.start(), to);

    assertThat(sharing).isEqualTo(calendar);
    assertThat(sharing.intervals(scenario.start(), to))
        .isEqualTo(calendar.intervals(scenario.start(), to));
  }
}
