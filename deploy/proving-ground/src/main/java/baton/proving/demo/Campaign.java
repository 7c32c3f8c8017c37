package baton.proving.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The campaigns of the day, and what their leads are like. The shares of looks are those of {@link
 * Looks} in their order, those of worth those of {@link Worth}.
 */
enum Campaign {
  PRODUCT_TRIAL(
      "product-trial",
      70,
      Entrance.API,
      Curve.ALL_DAY,
      looks(60, 32, 6, 2, 0),
      worth(45, 35, 13, 5, 2)),
  DEMO_REQUEST(
      "demo-request",
      80,
      Entrance.API,
      Curve.ALL_DAY,
      looks(45, 37, 12, 4, 2),
      worth(32, 36, 18, 8, 6)),
  PARTNER_REFERRAL(
      "partner-referral",
      26,
      Entrance.API,
      Curve.ALL_DAY,
      looks(60, 40, 0, 0, 0),
      worth(38, 34, 18, 5, 5)),
  /** The one that improves: from the middle of the day on it is shown to other people. */
  PAID_SEARCH(
      "paid-search",
      120,
      Entrance.HUBSPOT,
      Curve.ALL_DAY,
      looks(6, 20, 34, 30, 10),
      worth(6, 20, 26, 30, 18)) {
    @Override
    List<Mix<Looks>> looksByHalf() {
      return List.of(super.looksByHalf().get(0), looks(36, 38, 17, 8, 1));
    }

    @Override
    List<Mix<Worth>> worthByHalf() {
      return List.of(super.worthByHalf().get(0), worth(30, 36, 20, 9, 5));
    }
  },
  TRADE_FAIR(
      "trade-fair",
      90,
      Entrance.WEBHOOK,
      Curve.TWO_WAVES,
      looks(14, 32, 34, 16, 4),
      worth(6, 20, 32, 26, 16)),
  /** A bought list: a hundred names, of which a dozen are any good. */
  WEBINAR_LIST(
      "webinar-list",
      100,
      Entrance.WEBHOOK,
      Curve.AT_ONCE,
      looks(4, 8, 34, 46, 8),
      worth(12, 22, 30, 24, 12));

  private final String id;
  private final int people;
  private final Entrance entrance;
  private final Curve curve;
  private final Mix<Looks> looks;
  private final Mix<Worth> worth;

  Campaign(
      String id, int people, Entrance entrance, Curve curve, Mix<Looks> looks, Mix<Worth> worth) {
    this.id = id;
    this.people = people;
    this.entrance = entrance;
    this.curve = curve;
    this.looks = looks;
    this.worth = worth;
  }

  /** Its name in the system. */
  String id() {
    return id;
  }

  int people() {
    return people;
  }

  Entrance entrance() {
    return entrance;
  }

  Curve curve() {
    return curve;
  }

  /** Of the first half of its people, and of the second. */
  List<Mix<Looks>> looksByHalf() {
    return List.of(looks, looks);
  }

  /** Of the first half of its people, and of the second. */
  List<Mix<Worth>> worthByHalf() {
    return List.of(worth, worth);
  }

  /** Its people by what they are like, in the order in which they come. */
  List<Looks> drawLooks(Chance chance) {
    return drawHalves(looksByHalf(), chance);
  }

  /** The same people by what they are worth. */
  List<Worth> drawWorth(Chance chance) {
    return drawHalves(worthByHalf(), chance);
  }

  private <K extends Enum<K>> List<K> drawHalves(List<Mix<K>> halves, Chance chance) {
    if (halves.get(0).equals(halves.get(1))) {
      return halves.get(0).draw(people, chance);
    }
    List<K> drawn = new ArrayList<>(halves.get(0).draw(people / 2, chance));
    drawn.addAll(halves.get(1).draw(people - people / 2, chance));
    return drawn;
  }

  private static Mix<Looks> looks(int... percent) {
    return Mix.of(Looks.class, percent);
  }

  private static Mix<Worth> worth(int... percent) {
    return Mix.of(Worth.class, percent);
  }
}
