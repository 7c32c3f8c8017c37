package baton.eventlog.conformance;

import baton.eventlog.inbox.Inbox;
import baton.testing.PostgresServer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A PostgreSQL that writes to the disk, a broker beside it, and what a service's reading costs. For
 * the benches of the services, which people run by hand: {@code main} methods that print, and tests
 * nowhere.
 */
public final class Bench implements AutoCloseable {

  /** How often a figure is taken; the median is told. */
  private static final int RUNS = 5;

  private static final String BLOCKS =
      """
      select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0)
                 + coalesce(toast_blks_hit + toast_blks_read, 0))
        from pg_statio_user_tables""";

  private final PostgresServer server;
  private final LogDatabase database;
  private final BrokerBeside broker;

  private Bench(PostgresServer server, LogDatabase database, BrokerBeside broker) {
    this.server = server;
    this.database = database;
    this.broker = broker;
  }

  /**
   * Starts the servers, with the migrations of the module.
   *
   * @param topic that the service publishes
   */
  public static Bench start(String name, String topic) {
    PostgresServer server = PostgresServer.builder().fsync(true).start();
    LogDatabase database = LogDatabase.fresh(server, name);
    System.out.printf("fsync is %s%n", database.one("show fsync"));
    return new Bench(server, database, new BrokerBeside(database, topic));
  }

  public LogDatabase database() {
    return database;
  }

  /**
   * Lets the service read several times and prints the medians. A run begins when everything is on
   * the topics, and ends when all of it is read and all that follows is published.
   *
   * @param what the name of the figure
   * @param leads how many leads one run is about
   * @param arrivals what is read in one run
   */
  public void measure(
      String what, int leads, Inbox inbox, Supplier<List<ConsumerRecord<String, byte[]>>> arrivals)
      throws Exception {
    double[] perSecond = new double[RUNS];
    double[] blocks = new double[RUNS];
    double[] wal = new double[RUNS];
    broker.forgetThePast();
    for (int run = 0; run < RUNS; run++) {
      broker.publish(arrivals.get());
      database.execute("checkpoint");
      long blocksBefore = number(BLOCKS);
      String lsnBefore = database.one("select pg_current_wal_insert_lsn()");
      long begin = System.nanoTime();
      broker.read(inbox);
      perSecond[run] = leads * 1e9 / (System.nanoTime() - begin);
      wal[run] =
          number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + lsnBefore + "')")
              / (double) leads;
      blocks[run] = (number(BLOCKS) - blocksBefore) / (double) leads;
    }
    System.out.printf(
        "%s: %,.0f leads/s, %.1f buffers a lead, %,.0f bytes of WAL a lead (medians of %d)%n",
        what, median(perSecond), median(blocks), median(wal), RUNS);
  }

  /** Statistics are told with a delay, and at once by a connection that is asked to. */
  private long number(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select pg_stat_force_next_flush()");
    }
    return Math.round(Double.parseDouble(database.one(sql)));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @Override
  public void close() {
    broker.close();
    server.close();
  }
}
