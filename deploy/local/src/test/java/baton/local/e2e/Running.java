package baton.local.e2e;

import static org.awaitility.Awaitility.await;

import baton.local.LocalSystem;
import baton.local.TemporarySystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A running system in a directory of its own, which ends with its test. */
final class Running implements AutoCloseable {

  /** The name of the lock that tests take which want the whole machine. */
  static final String FULL_LOAD = "full load";

  final LocalSystem system;
  final Doors doors;
  private final TemporarySystem temporary;

  private Running(TemporarySystem temporary) {
    this.temporary = temporary;
    this.system = temporary.system();
    this.doors = new Doors(system);
  }

  /** Starts it with this many instances of each service and deadlines of these lengths. */
  static Running start(int instances, String acceptance, String firstTouch) {
    return start(
        Map.of(
            "BATON_INSTANCES", String.valueOf(instances),
            "BATON_FOLLOWUP_ACCEPTANCE", acceptance,
            "BATON_FOLLOWUP_FIRST_TOUCH", firstTouch));
  }

  /** Starts it with these variables. */
  static Running start(Map<String, String> environment) {
    return new Running(TemporarySystem.start(environment));
  }

  /** Puts a rep on the roster and returns its id. */
  String rep(String name, int capacity) {
    String id = repId(name);
    Map<String, Object> rep = new HashMap<>();
    rep.put("name", name);
    rep.put("team", "North");
    rep.put("zone", "Europe/Berlin");
    rep.put("active", true);
    rep.put("capacity", capacity);
    rep.put("externalIds", Map.of("crm", "crm-" + name));
    doors.put("manager", "/api/routing/v1/reps/" + id, rep).expect(200, 201, 204);
    return id;
  }

  /** The id that {@link #rep} gives to this name. */
  static String repId(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Lets this much time pass, which nothing but the clock of all these processes can do. */
  static void letPass(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }

  @Override
  public void close() {
    temporary.close();
  }
}
