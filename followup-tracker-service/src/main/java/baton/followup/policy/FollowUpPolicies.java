package baton.followup.policy;

import baton.eventlog.Transactions;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.policy.domain.PolicyVersion;
import baton.workingtime.holidays.HolidayRegion;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the policy. Who saves a version waits for those who have read which one is in force, and
 * takes the time after that: so nothing that happened before is judged by it, and nothing that
 * happens later by the one before.
 */
@Singleton
public class FollowUpPolicies {

  private static final String INITIAL = "Default until Sales agrees on something";
  private static final String BATON = "baton";

  private final PolicyStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final FirstPolicyConfig first;
  private volatile PolicyHistory known = new PolicyHistory(List.of());

  public FollowUpPolicies(
      PolicyStore store, Transactions transactions, Clock clock, FirstPolicyConfig first) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.first = first;
  }

  /** Makes the first version, so that nobody finds none. */
  void start(@Observes StartupEvent event) throws SQLException {
    history();
  }

  /** Whether the public holidays of this region are known, such as DE-BY. */
  public static boolean isRegion(String code) {
    return HolidayRegion.find(code).isPresent();
  }

  /** All versions; the first one is made if there is none. */
  public PolicyHistory history() throws SQLException {
    return transactions.call(this::read);
  }

  /** All versions; none comes after them until the transaction ends. */
  public PolicyHistory hold(Connection connection) throws SQLException {
    store.hold(connection);
    return read(connection);
  }

  /** All versions as they are now. */
  public PolicyHistory read(Connection connection) throws SQLException {
    PolicyHistory before = known;
    int size = before.versions().size();
    if (size > 0 && store.last(connection) == size) {
      return before;
    }
    List<PolicyVersion> versions = new ArrayList<>(before.versions());
    versions.addAll(store.after(connection, size));
    if (versions.isEmpty()) {
      store.save(connection, initial());
      return new PolicyHistory(List.of(initial()));
    }
    return know(new PolicyHistory(versions));
  }

  /** Only what is committed is remembered: it was read, and not written, by this transaction. */
  private PolicyHistory know(PolicyHistory history) {
    known = history;
    return history;
  }

  private PolicyVersion initial() {
    FollowUpPolicy policy = FollowUpPolicy.initial(first.acceptance(), first.firstTouch());
    return new PolicyVersion(1, Instant.EPOCH, INITIAL, BATON, policy);
  }

  /**
   * Saves a version, which is in force from now on.
   *
   * @param expected the version that the caller has seen last
   * @return empty if that is not the last one any more
   */
  public Optional<PolicyVersion> save(
      FollowUpPolicy policy, int expected, String label, String savedBy) throws SQLException {
    return transactions.call(
        connection -> {
          store.lock(connection);
          PolicyVersion last = read(connection).current();
          if (last.version() != expected) {
            return Optional.empty();
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          PolicyVersion version = new PolicyVersion(expected + 1, now, label, savedBy, policy);
          store.save(connection, version);
          return Optional.of(version);
        });
  }
}
