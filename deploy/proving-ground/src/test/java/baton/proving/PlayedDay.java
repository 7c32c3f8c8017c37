package baton.proving;

import baton.local.LocalSystem;
import baton.local.TemporarySystem;
import baton.proving.demo.DayReport;
import baton.proving.demo.Demo;
import baton.proving.demo.DemoOptions;
import baton.proving.doors.Doors;
import baton.proving.doors.HttpDoors;
import baton.proving.doors.PatientDoors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a system on which a day was played. It starts with the first test that asks for it,
 * the day is played once for all, and the system ends after the last test. Tests look, and leave
 * things as they are.
 */
public final class PlayedDay implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PlayedDay.class);
  private static final DemoOptions DAY = new DemoOptions(2026, Duration.ofMinutes(2), false);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * A system, and what was played on it.
   *
   * @param doors which answer 2xx, or fail
   */
  public record Played(TemporarySystem temporary, Doors doors, DayReport report)
      implements AutoCloseable {

    /** The system itself: its address and keys. */
    public LocalSystem system() {
      return temporary.system();
    }

    @Override
    public void close() {
      temporary.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Played.class;
  }

  @Override
  public Played resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return of(test);
  }

  /** What was played, once for all tests of this run; plays it if nobody has asked before. */
  public static Played of(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Played.class, type -> play(), Played.class);
  }

  private static Played play() {
    TemporarySystem temporary = TemporarySystem.start(Map.of());
    try {
      LocalSystem system = temporary.system();
      Doors doors = new PatientDoors(new HttpDoors(system.baseUrl(), system::key), PATIENCE);
      return new Played(temporary, doors, Demo.play(doors, DAY, System.out));
    } catch (RuntimeException e) {
      temporary.close();
      throw e;
    }
  }
}
