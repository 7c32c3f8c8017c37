package baton.proving.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes up the people of a day. */
final class People {

  private static final List<String> DECIDING =
      List.of(
          "Head of Operations",
          "VP Sales",
          "Director of Procurement",
          "Managing Director",
          "CFO",
          "Head of IT",
          "Chief Digital Officer",
          "VP Supply Chain");
  private static final List<String> KNOWING =
      List.of(
          "Process Engineer",
          "Procurement Specialist",
          "IT Architect",
          "Project Lead",
          "Controller",
          "Business Analyst");
  private static final List<String> OTHERS = List.of("Assistant", "Freelancer", "Barista");
  private static final int BUYERS_WITH_PHONE = 65;
  private static final int SPECIALISTS_WITH_PHONE = 55;

  private final long seed;
  private final Duration day;

  People(long seed, Duration day) {
    this.seed = seed;
    this.day = day;
  }

  /** All, in the order in which they come. */
  List<Prospect> all() {
    List<Prospect> people = new ArrayList<>();
    for (Campaign campaign : Campaign.values()) {
      Chance chance = Chance.of(seed, campaign.id());
      List<Looks> looks = campaign.drawLooks(chance);
      List<Worth> worth = worthByLooks(looks, campaign.drawWorth(chance));
      for (int i = 0; i < campaign.people(); i++) {
        people.add(person(people.size(), campaign, i, looks.get(i), worth.get(i)));
      }
    }
    people.sort(Comparator.comparing(Prospect::at).thenComparing(Prospect::number));
    return people;
  }

  /** Nobody with a throw-away mailbox is worth anything. */
  private static List<Worth> worthByLooks(List<Looks> looks, List<Worth> worth) {
    List<Worth> all = new ArrayList<>(worth);
    for (int i = 0; i < all.size(); i++) {
      if (looks.get(i) == Looks.THROW_AWAY) {
        all.set(i, Worth.WRONG);
      }
    }
    return all;
  }

  private Prospect person(int number, Campaign campaign, int place, Looks looks, Worth worth) {
    Chance chance = Chance.of(seed, "person", number);
    double time = campaign.curve().timeOf(place / (double) (campaign.people() - 1));
    return new Prospect(
        number,
        campaign,
        place >= campaign.people() / 2,
        Duration.ofMillis(Math.round(day.toMillis() * time)),
        looks,
        worth,
        chance.oneOf(Lists.GIVEN_NAMES),
        chance.oneOf(Lists.FAMILY_NAMES),
        company(looks, chance),
        title(looks, chance),
        isCallable(looks, chance));
  }

  private static Company company(Looks looks, Chance chance) {
    boolean large = looks == Looks.BUYER || looks == Looks.SPECIALIST;
    return chance.oneOf(
        Lists.COMPANIES.stream().filter(company -> company.isLarge() == large).toList());
  }

  private static String title(Looks looks, Chance chance) {
    return switch (looks) {
      case BUYER -> chance.oneOf(DECIDING);
      case SPECIALIST -> chance.oneOf(KNOWING);
      case SMALL -> chance.oneOf(OTHERS);
      case PRIVATE, THROW_AWAY -> null;
    };
  }

  private static boolean isCallable(Looks looks, Chance chance) {
    return switch (looks) {
      case BUYER -> chance.percent(BUYERS_WITH_PHONE);
      case SPECIALIST -> chance.percent(SPECIALISTS_WITH_PHONE);
      case SMALL, PRIVATE, THROW_AWAY -> false;
    };
  }
}
