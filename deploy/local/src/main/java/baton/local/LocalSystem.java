package baton.local;

import baton.local.keys.LocalKeys;
import baton.local.parts.Databases;
import baton.local.parts.Part;
import baton.local.parts.Watch;
import baton.local.proxy.FrontDoor;
import baton.testing.Ports;
import baton.testing.Waiting;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole system on this machine: PostgreSQL, Kafka, the services and the one origin, watched
 * until {@link #close}. {@code ./baton up} is this class and a screen; tests use it directly.
 *
 * <p>Parts are called {@code postgres}, {@code kafka} and by the services' labels; a second
 * instance is {@code routing-2}.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Settings settings;
  private final Home home;
  private final Journal journal;
  private final StartUp startUp;
  private final List<Watch> servers = new ArrayList<>();
  private final List<Watch> services = new ArrayList<>();
  private final List<Part> unwatched = new ArrayList<>();
  private volatile boolean ending;
  private volatile RunLock lock;
  private LogFiles logFiles;
  private LocalKeys keys;
  private Blueprint blueprint;
  private Addresses addresses;
  private Databases databases;
  private FrontDoor door;

  /**
   * @param screen takes one line at a time about what happens
   */
  public LocalSystem(Settings settings, Consumer<String> screen) {
    this.settings = settings;
    this.home = new Home(settings.home()).prepared();
    this.journal = new Journal(home, screen);
    this.startUp = new StartUp(home, journal, settings.patience(), () -> ending);
  }

  /**
   * Starts everything and returns once all of it is ready. What an earlier run left behind is ended
   * first; its data is taken up where it was.
   *
   * @throws Refusal if it cannot start, in one line; nothing is left running
   */
  public LocalSystem start() {
    try {
      prepare();
      startServers();
      startServices();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The one origin, without a slash at its end. */
  public URI baseUrl() {
    return settings.origin();
  }

  /** Every instance of a service, without the proxy. */
  public List<URI> instances(Service service) {
    return addresses.instances(service);
  }

  /** The API key of a role. */
  public String key(String role) {
    return keys.of(role);
  }

  /** Where Kafka is. */
  public String bootstrapServers() {
    return blueprint.bootstrapServers();
  }

  /** Where the services' databases are. */
  public Databases databases() {
    return databases;
  }

  /** The JDBC address of a service's database. */
  public String jdbcUrl(Service service) {
    return databases.url(service.database());
  }

  /** What is kept, and where. */
  public Home home() {
    return home;
  }

  /** All parts started here, servers first. */
  public List<Part> parts() {
    return watches().stream().map(Watch::part).toList();
  }

  /**
   * A service on a free port that nobody watches: whoever asks for it starts and stops it, and it
   * ends with the system at the latest. Its database is made if there is none.
   */
  public synchronized Part unwatched(Service service) throws SQLException {
    databases.create(service.database());
    Part part = blueprint.service(service, 0, Ports.free());
    unwatched.add(part);
    return part;
  }

  /** SIGKILL for the part, which is then brought back. */
  public void kill(String part) {
    watch(part).part().kill();
  }

  /** SIGKILL for the part, which then stays down until {@link #release}. */
  public void hold(String part) {
    watch(part).hold();
  }

  /** Lets a part that was held down start again. */
  public void release(String part) {
    watch(part).release();
  }

  /** Waits until the part is ready; returns whether it was in time. */
  public boolean awaitReady(String part, Duration patience) {
    return Waiting.until(patience, LOOK, watch(part)::isReady);
  }

  /** Waits until all parts are ready; returns whether they were in time. */
  public boolean awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    return parts().stream()
        .allMatch(part -> awaitReady(part.name(), Duration.ofNanos(deadline - System.nanoTime())));
  }

  /** Whether it was started and not ended yet. */
  boolean isUp() {
    return lock != null && !ending;
  }

  /** Ends everything in order: the door, the services, Kafka, PostgreSQL. The data stays. */
  @Override
  public void close() {
    ending = true;
    synchronized (this) {
      if (door != null) {
        door.close();
        door = null;
      }
      unwatched.forEach(Part::stop);
      unwatched.clear();
      services.parallelStream().forEach(Watch::close);
      services.clear();
      for (int i = servers.size() - 1; i >= 0; i--) {
        servers.get(i).close();
      }
      servers.clear();
      if (logFiles != null) {
        logFiles.close();
        logFiles = null;
      }
      if (lock != null) {
        RunningParts.forget(home);
        lock.close();
        lock = null;
      }
    }
  }

  private synchronized void prepare() {
    lock = RunLock.take(home);
    Preconditions.checkDisk(settings, home);
    Preconditions.checkPrograms(settings);
    Orphans.end(home, journal);
    Preconditions.checkPorts(settings);
    keys = LocalKeys.in(home.keys());
    blueprint = new Blueprint(settings, home, keys);
    databases = blueprint.databases();
    logFiles = new LogFiles(home.logs());
    addresses = Addresses.choose(settings);
    door = FrontDoor.open(settings.host(), settings.port(), addresses.origins());
  }

  private void startServers() {
    if (settings.postgres().isEmpty()) {
      watch(servers, blueprint.postgres());
    }
    if (settings.kafka().isEmpty()) {
      watch(servers, blueprint.kafka());
    }
    startUp.await(servers);
    createDatabases();
  }

  private void createDatabases() {
    try {
      for (Service service : settings.services()) {
        databases.create(service.database());
      }
      journal.note("fsync is " + databases.setting("fsync"));
    } catch (SQLException e) {
      throw new Refusal(
          "PostgreSQL at %s cannot be used: %s. Check BATON_POSTGRES_URL, _USER and _PASSWORD."
              .formatted(databases.baseUrl(), e.getMessage()));
    }
  }

  private void startServices() {
    for (Service service : settings.services()) {
      for (int i = 0; i < settings.instances(); i++) {
        watch(services, blueprint.service(service, i, addresses.port(service, i)));
      }
    }
    startUp.await(services);
  }

  private synchronized void watch(List<Watch> group, Part part) {
    if (!ending) {
      group.add(new Watch(part, settings.liveness(), journal).begin());
    }
  }

  private List<Watch> watches() {
    List<Watch> all = new ArrayList<>(servers);
    all.addAll(services);
    return all;
  }

  private Watch watch(String part) {
    return watches().stream()
        .filter(watch -> watch.part().name().equals(part))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such part: " + part));
  }
}
