package baton.proving.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The first leads, before the day begins. Services that have just started take their time, and a
 * machine may have other things to do: no rep is to be blamed for either, so it is measured how
 * long a lead takes to reach one.
 */
final class Opening {

  private static final int ROUNDS = 3;
  private static final int A_ROUND = 3;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Parts of a day: so quick has a lead to be for deadlines that are tenths and twentieths. */
  private static final int MOMENTS = 90;

  private static final double MOST = 3;

  private final LiveAgenda agenda;
  private final Platforms platforms;
  private final Crm crm;
  private final Logbook logbook;

  Opening(LiveAgenda agenda, Platforms platforms, Crm crm, Logbook logbook) {
    this.agenda = agenda;
    this.platforms = platforms;
    this.crm = crm;
    this.logbook = logbook;
  }

  /** Whom it opens with: the first who are sure to qualify. */
  static List<Delivery> deliveries(DayPlan plan) {
    return plan.deliveries().stream()
        .filter(delivery -> delivery.items().get(0).told() == Submission.Told.FIRST)
        .filter(delivery -> delivery.items().get(0).who().looks() == Looks.BUYER)
        .limit(ROUNDS * A_ROUND)
        .toList();
  }

  /** Sends them, and returns how long those of the last round took to be known to the CRM. */
  Duration reaction(List<Delivery> deliveries) {
    Duration taken = Duration.ZERO;
    for (int i = 0; i < deliveries.size(); i += A_ROUND) {
      taken = round(deliveries.subList(i, i + A_ROUND));
    }
    return taken;
  }

  /** The day, so much longer that those who try can keep the deadlines. */
  static Duration longEnough(Duration day, Duration reaction) {
    double needed = reaction.toMillis() / (day.toMillis() / (double) MOMENTS);
    double stretch = Math.max(1, Math.min(MOST, needed));
    return Duration.ofSeconds(Math.round(day.toSeconds() * stretch));
  }

  private Duration round(List<Delivery> deliveries) {
    List<UUID> before = new ArrayList<>(logbook.leads().keySet());
    Instant begin = agenda.now();
    deliveries.forEach(delivery -> platforms.send(delivery, agenda.now()));
    List<UUID> leads = new ArrayList<>(logbook.leads().keySet());
    leads.removeAll(before);
    Duration taken = Duration.ZERO;
    while (!leads.stream().allMatch(logbook::isQualified) && taken.compareTo(LONGEST) < 0) {
      agenda.letPass(LOOK);
      crm.look();
      taken = Duration.between(begin, agenda.now());
    }
    return taken;
  }
}
