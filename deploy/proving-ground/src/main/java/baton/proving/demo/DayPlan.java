package baton.proving.demo;

import baton.proving.demo.Submission.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who comes when, and what is sent. From the same seed and length comes the same plan.
 *
 * @param people in the order in which they come
 * @param deliveries in the order in which they are sent
 */
record DayPlan(long seed, Duration length, List<Prospect> people, List<Delivery> deliveries) {

  /** A quarter of an hour in a day of eight. */
  private static final double MOMENT = 0.03;

  private static final int COME_BACK_FROM_NURTURE = 14;
  private static final int COME_BACK_WHILE_OPEN = 14;
  private static final int REPEATED = 12;
  private static final int UNUSABLE = 9;

  static DayPlan of(long seed, Duration length) {
    List<Prospect> people = new People(seed, length).all();
    List<Delivery> deliveries = new Planning(seed, length, people).deliveries();
    return new DayPlan(seed, length, people, deliveries);
  }

  /** Items in all deliveries, repetitions included. */
  int submissions() {
    return deliveries.stream().mapToInt(delivery -> delivery.items().size()).sum();
  }

  private record Planning(long seed, Duration length, List<Prospect> people) {

    List<Delivery> deliveries() {
      List<Delivery> all = new ArrayList<>(first());
      all.addAll(again(COME_BACK_FROM_NURTURE, "nurtured", Planning::isNurtured, 4 * MOMENT));
      all.addAll(again(COME_BACK_WHILE_OPEN, "open", Planning::isQualified, MOMENT));
      all.addAll(unusable());
      all.addAll(repeated(all));
      all.sort(Comparator.comparing(Delivery::at).thenComparing(Delivery::name));
      return List.copyOf(all);
    }

    private List<Delivery> first() {
      List<Delivery> first = new ArrayList<>();
      List<Submission> list = new ArrayList<>();
      for (Prospect person : people) {
        Submission item = new Submission(person, Told.FIRST);
        if (person.campaign().curve() == Curve.AT_ONCE) {
          list.add(item);
        } else {
          first.add(
              new Delivery(
                  "lead-" + person.number(), person.at(), person.campaign(), List.of(item)));
        }
      }
      Prospect any = list.get(0).who();
      first.add(new Delivery("list", any.at(), any.campaign(), List.copyOf(list)));
      return first;
    }

    /** Some who came in the morning come again, and ask for a demo. */
    private List<Delivery> again(int count, String name, Predicate<Prospect> who, double later) {
      Chance chance = Chance.of(seed, "again", name);
      Duration noon = length.dividedBy(3);
      return chance
          .shuffled(people.stream().filter(p -> who.test(p) && p.at().compareTo(noon) < 0).toList())
          .stream()
          .limit(count)
          .map(
              person ->
                  new Delivery(
                      "again-" + person.number(),
                      person.at().plus(part(later * chance.between(1, 2))),
                      Campaign.DEMO_REQUEST,
                      List.of(new Submission(person, Told.AGAIN))))
          .toList();
    }

    private List<Delivery> unusable() {
      Chance chance = Chance.of(seed, "unusable");
      List<Campaign> careless =
          List.of(Campaign.TRADE_FAIR, Campaign.PAID_SEARCH, Campaign.DEMO_REQUEST);
      List<Delivery> unusable = new ArrayList<>();
      for (int i = 0; i < UNUSABLE; i++) {
        Campaign campaign = careless.get(i % careless.size());
        Prospect like = chance.oneOf(people);
        unusable.add(
            new Delivery(
                "unusable-" + i,
                part(chance.between(0, Curve.LAST)),
                campaign,
                List.of(new Submission(like, Told.UNUSABLE))));
      }
      return unusable;
    }

    /** Senders who did not hear the answer send again what they had sent. */
    private List<Delivery> repeated(List<Delivery> sent) {
      Chance chance = Chance.of(seed, "repeated");
      return chance.shuffled(sent).stream()
          .filter(delivery -> delivery.items().size() == 1)
          .limit(REPEATED)
          .map(
              delivery ->
                  delivery.repeatedAt(delivery.at().plus(part(MOMENT * chance.between(0.3, 1)))))
          .toList();
    }

    private Duration part(double share) {
      return Duration.ofMillis(Math.round(length.toMillis() * share));
    }

    private static boolean isNurtured(Prospect person) {
      return person.looks() == Looks.SMALL || person.looks() == Looks.PRIVATE;
    }

    private static boolean isQualified(Prospect person) {
      return person.looks() == Looks.BUYER;
    }
  }
}
