package baton.qualification.criteria;

import baton.eventlog.Transactions;
import baton.qualification.criteria.CriteriaCompiler.Fault;
import baton.qualification.criteria.CriteriaStore.InForce;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Saves sets of criteria in versions, and says which one is in force. */
@Singleton
public class CriteriaSets {

  private final CriteriaStore store;
  private final CriteriaCompiler compiler;
  private final Transactions transactions;
  private final Clock clock;

  public CriteriaSets(
      CriteriaStore store, CriteriaCompiler compiler, Transactions transactions, Clock clock) {
    this.store = store;
    this.compiler = compiler;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What came of saving. */
  public sealed interface Saved {

    /** It is saved. */
    record Done(CriteriaVersion version, boolean created) implements Saved {}

    /** It could not decide. */
    record Faulty(List<Fault> faults) implements Saved {}

    /**
     * It is not the next version, or that version has another content.
     *
     * @param latest the latest version of the set, 0 if there is none
     */
    record NotNext(int latest) implements Saved {}
  }

  /**
   * Saves a version. The same again changes nothing.
   *
   * @param version 1 for a new set, otherwise the latest one and 1
   * @param by name of the key that asks for it
   */
  public Saved save(String id, int version, CriteriaDefinition definition, String by)
      throws SQLException {
    List<Fault> faults = compiler.faults(definition);
    if (!faults.isEmpty()) {
      return new Saved.Faulty(faults);
    }
    return transactions.call(
        connection -> {
          Optional<CriteriaVersion> latest = store.lockLatest(connection, id);
          int last = latest.map(CriteriaVersion::version).orElse(0);
          if (version <= last) {
            Optional<CriteriaVersion> same =
                store
                    .find(connection, id, version)
                    .filter(there -> there.definition().equals(definition));
            return same.<Saved>map(there -> new Saved.Done(there, false))
                .orElse(new Saved.NotNext(last));
          }
          if (version > last + 1) {
            return new Saved.NotNext(last);
          }
          var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          CriteriaVersion saved =
              latest
                  .map(before -> before.next(definition, now, by))
                  .orElseGet(() -> CriteriaVersion.first(id, definition, now, by));
          store.insert(connection, saved);
          return new Saved.Done(saved, true);
        });
  }

  /**
   * Puts a version in force: it decides everything from now on. Decisions that were made stay.
   *
   * @return what is in force, or empty if there is no such version
   */
  public Optional<InForce> putInForce(String id, int version, String by) throws SQLException {
    return transactions.call(
        connection -> {
          if (store.find(connection, id, version).isEmpty()) {
            return Optional.empty();
          }
          Optional<InForce> before = store.inForce(connection);
          if (before.filter(now -> now.id().equals(id) && now.version() == version).isPresent()) {
            return before;
          }
          var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          InForce inForce = new InForce(id, version, now, by);
          store.putInForce(connection, inForce);
          return Optional.of(inForce);
        });
  }

  /** What is in force. */
  public Optional<InForce> inForce() throws SQLException {
    return transactions.call(store::inForce);
  }

  /** A version, or empty if there is none. */
  public Optional<CriteriaVersion> find(String id, int version) throws SQLException {
    return transactions.call(connection -> store.find(connection, id, version));
  }

  /** Versions of a set, newest first, before this one. */
  public List<CriteriaVersion> versions(String id, int before, int most) throws SQLException {
    return transactions.call(connection -> store.versions(connection, id, before, most));
  }

  /** The latest version of each set, in the order of their ids, after this one. */
  public List<CriteriaVersion> latest(String after, int most) throws SQLException {
    return transactions.call(connection -> store.latest(connection, after, most));
  }
}
