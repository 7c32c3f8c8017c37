package baton.followup.timeline;

import baton.events.Event;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which cycle an event concerns: the events of the contract name it {@code cycleId}. */
final class Cycles {

  private static final Map<Class<?>, Optional<RecordComponent>> COMPONENTS =
      new ConcurrentHashMap<>();

  private Cycles() {}

  /** The cycle of this event, or null if it concerns none. */
  static UUID of(Event event) {
    Optional<RecordComponent> component =
        COMPONENTS.computeIfAbsent(event.getClass(), Cycles::component);
    try {
      return component.isEmpty() ? null : (UUID) component.get().getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<RecordComponent> component(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals("cycleId")) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}
