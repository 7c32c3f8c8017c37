package baton.proving.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that comes from a seed and a name, so that it is the same again, in whatever order. */
final class Chance {

  private final Random random;

  private Chance(long seed) {
    this.random = new Random(seed);
  }

  /** The chance of this name; other names have others. */
  static Chance of(long seed, Object... name) {
    long mixed = seed;
    for (Object part : name) {
      mixed = mixed * 6364136223846793005L + part.toString().hashCode() + 1442695040888963407L;
    }
    return new Chance(mixed);
  }

  boolean percent(int likely) {
    return random.nextInt(100) < likely;
  }

  double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
