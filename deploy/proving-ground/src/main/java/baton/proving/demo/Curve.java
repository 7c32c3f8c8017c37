package baton.proving.demo;

/** When in the day the leads of a campaign come. */
enum Curve {
  /** Evenly, from morning to afternoon. */
  ALL_DAY {
    @Override
    double timeOf(double place) {
      return 0.02 + place * (LAST - 0.02);
    }
  },
  /** In two waves: after the doors open, and after lunch. */
  TWO_WAVES {
    @Override
    double timeOf(double place) {
      return place < 0.5 ? 0.06 + place * 0.2 : 0.36 + (place - 0.5) * 0.2;
    }
  },
  /** All at the same moment, as a list. */
  AT_ONCE {
    @Override
    double timeOf(double place) {
      return 0.22;
    }
  };

  /** Nobody comes later: reps are still to have time to do something, or not to. */
  static final double LAST = 0.6;

  /**
   * The part of the day that has passed.
   *
   * @param place in the order of coming: 0 is the first, 1 the last
   */
  abstract double timeOf(double place);
}
