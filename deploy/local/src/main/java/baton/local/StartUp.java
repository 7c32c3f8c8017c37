package baton.local;

import baton.local.parts.Part;
import baton.local.parts.Watch;
import baton.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Waits for parts that begin: shows each as it becomes ready, and gives up on one that ends again
 * and again.
 */
final class StartUp {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int HOPELESS = 3;

  private final Home home;
  private final Journal journal;
  private final Duration patience;
  private final BooleanSupplier ending;

  /**
   * @param patience for all parts of a group to become ready
   * @param ending whether the system is being ended meanwhile
   */
  StartUp(Home home, Journal journal, Duration patience, BooleanSupplier ending) {
    this.home = home;
    this.journal = journal;
    this.patience = patience;
    this.ending = ending;
  }

  /**
   * Returns once all of them are ready.
   *
   * @throws Refusal if that takes too long, if one is hopeless, or if the system ends
   */
  void await(List<Watch> group) {
    long begin = System.nanoTime();
    List<Watch> waiting = new ArrayList<>(group);
    boolean all =
        Waiting.until(
            patience,
            LOOK,
            () -> {
              waiting.removeIf(watch -> announceIfReady(watch, begin));
              waiting.forEach(this::refuseIfHopeless);
              return ending.getAsBoolean() || waiting.isEmpty();
            });
    if (ending.getAsBoolean()) {
      throw new Refusal("Stopped while starting.");
    }
    if (!all) {
      String name = waiting.get(0).part().name();
      throw new Refusal(
          "%s is not ready after %d s. Its log says why: %s"
              .formatted(name, patience.toSeconds(), home.log(name)));
    }
  }

  private boolean announceIfReady(Watch watch, long begin) {
    if (!watch.isReady()) {
      return false;
    }
    Part part = watch.part();
    RunningParts.remember(home, part);
    journal.accept(
        "  %-18s ready after %.1f s".formatted(part.name(), (System.nanoTime() - begin) / 1e9));
    return true;
  }

  private void refuseIfHopeless(Watch watch) {
    if (watch.failures() >= HOPELESS) {
      String name = watch.part().name();
      throw new Refusal(
          "%s ended %d times while starting. Its log says why: %s"
              .formatted(name, watch.failures(), home.log(name)));
    }
  }
}
