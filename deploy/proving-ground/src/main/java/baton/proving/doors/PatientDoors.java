package baton.proving.doors;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Sends again, with growing pauses, what may pass, as every integration has to. Answers 2xx only.
 */
public final class PatientDoors implements Doors {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Doors doors;
  private final Duration patience;
  private final Pause pause;
  private final LongSupplier nanoTime;

  /** Lets time pass. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /**
   * @param patience how long one request is sent again, from the first time on
   */
  public PatientDoors(Doors doors, Duration patience) {
    this(doors, patience, time -> Thread.sleep(time.toMillis()), System::nanoTime);
  }

  PatientDoors(Doors doors, Duration patience, Pause pause, LongSupplier nanoTime) {
    this.doors = doors;
    this.patience = patience;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /**
   * @throws DoorClosed for an answer that will not change, or if patience is at its end
   */
  @Override
  public Answer send(Call call) {
    long end = nanoTime.getAsLong() + patience.toNanos();
    Duration wait = FIRST_PAUSE;
    while (true) {
      Answer answer = doors.send(call);
      if (answer.isDone()) {
        return answer;
      }
      if (!answer.mayPass() || nanoTime.getAsLong() + wait.toNanos() > end) {
        throw new DoorClosed(call, answer);
      }
      try {
        pause.of(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DoorClosed(call, answer);
      }
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
  }
}
