package baton.eventlog.conformance;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.Transactions;
import baton.testing.BatonInfrastructure;
import baton.testing.PostgresServer;
import baton.testing.SettableClock;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of its own with the migrations of the module under test, emptied for each test. */
public final class LogDatabase {

  public static final String TOPIC = "baton.intake";

  private static final int POOL_SIZE = 40;

  /** A transaction that a test leaves open fails the next one instead of stopping it for ever. */
  private static final String LOCK_TIMEOUT = "-c lock_timeout=60s";

  private static final Map<String, DataSource> MIGRATED = new ConcurrentHashMap<>();

  public final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
  public final EventLog log = new EventLog(clock, () -> {});
  private final DataSource dataSource;

  private LogDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Migrates the database, on the first call, and empties the tables of the event log. */
  public static LogDatabase fresh(String name) {
    return fresh(BatonInfrastructure.postgres(), name);
  }

  /** The same on this server, such as one that writes to the disk. */
  public static LogDatabase fresh(PostgresServer server, String name) {
    DataSource dataSource =
        MIGRATED.computeIfAbsent(server.port() + name, key -> migrated(server, name));
    LogDatabase database = new LogDatabase(dataSource);
    database.execute(
        "truncate event, subject, position, waiting, parked, relay_cursor, read_position restart identity");
    return database;
  }

  /** One that another process made, as it is. */
  public static LogDatabase joined(String jdbcUrl, String user, String password) {
    return new LogDatabase(pool(jdbcUrl, user, password));
  }

  private static DataSource migrated(PostgresServer server, String name) {
    String url = server.createDatabase(name).jdbcUrl(name);
    DataSource dataSource = pool(url, server.user(), server.password());
    migrate(dataSource);
    return dataSource;
  }

  private static DataSource pool(String jdbcUrl, String user, String password) {
    var settings =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(POOL_SIZE)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(jdbcUrl)
                                    .jdbcProperty("options", LOCK_TIMEOUT)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password))));
    try {
      return AgroalDataSource.from(settings);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .outOfOrder(true)
        .locations("classpath:db/event-log", "classpath:db/http-edge", "classpath:db/migration")
        .failOnMissingLocations(false)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Clock clock() {
    return clock;
  }

  /** A connection with a transaction under way; the caller ends it. */
  public Connection begin() {
    try {
      Connection connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T call(Work<T> work) throws SQLException {
        try (Connection connection = begin()) {
          try {
            T result = work.on(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          }
        }
      }
    };
  }

  /** Appends one event of this text in a transaction of its own. */
  public void append(UUID subject, String text) {
    try (Connection connection = begin()) {
      append(connection, subject, text);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void append(Connection connection, UUID subject, String text) throws SQLException {
    log.append(connection, List.of(event(subject, text)));
  }

  public NewEvent event(UUID subject, String text) {
    return NewEvent.fact(
        TOPIC,
        subject,
        "baton.test.v1",
        clock.instant(),
        ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8),
        Cause.ofItself());
  }

  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row, as text. */
  public List<String> query(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String one(String sql) {
    return query(sql).get(0);
  }
}
