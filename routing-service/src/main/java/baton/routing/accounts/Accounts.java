package baton.routing.accounts;

import baton.eventlog.Transactions;
import baton.routing.SetupLock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the accounts. */
@Singleton
public class Accounts {

  private final Transactions transactions;
  private final AccountTable table;
  private final Clock clock;

  Accounts(Transactions transactions, AccountTable table, Clock clock) {
    this.transactions = transactions;
    this.table = table;
    this.clock = clock;
  }

  /** Something that is wrong with an account. */
  public record Fault(String field, String reason) {}

  /** What became of an account. */
  public sealed interface Saved {

    record Done(Account account, boolean created, boolean changed) implements Saved {}

    record Refused(List<Fault> faults) implements Saved {}
  }

  /** Says what is wanted; asked while nobody else changes accounts or the roster. */
  @FunctionalInterface
  interface Planner {
    Plan plan(Present present) throws SQLException;
  }

  record Plan(List<Account> wanted, boolean apply) {}

  /** The accounts and reps as they are. */
  record Present(Connection connection, AccountTable table) {

    Map<String, Account> withDomains(List<String> domains) throws SQLException {
      return table.withDomains(connection, domains);
    }

    Map<String, UUID> reps(List<String> idsAndEmails) throws SQLException {
      return table.reps(connection, idsAndEmails);
    }
  }

  /**
   * Makes accounts as wanted, new or not.
   *
   * @param apply whether to change anything
   * @param partly whether to if some are refused
   * @return what became of each, or would have, in their order
   */
  public List<Saved> save(List<Account> wanted, boolean apply, boolean partly) throws SQLException {
    return save(present -> new Plan(wanted, apply), partly);
  }

  /** The same with what is wanted of the accounts as they are. */
  List<Saved> save(Planner planner, boolean partly) throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          Plan plan = planner.plan(new Present(connection, table));
          List<Saved> saved = check(connection, plan.wanted());
          boolean allRight = saved.stream().allMatch(Saved.Done.class::isInstance);
          if (plan.apply() && (allRight || partly)) {
            List<Account> changed = new ArrayList<>();
            for (Saved one : saved) {
              if (one instanceof Saved.Done done && done.changed()) {
                changed.add(done.account());
              }
            }
            table.store(connection, changed, clock.instant());
          }
          return saved;
        });
  }

  private List<Saved> check(Connection connection, List<Account> wanted) throws SQLException {
    Map<UUID, Account> present =
        table.withIds(connection, wanted.stream().map(Account::accountId).toList());
    Map<String, UUID> domains = new HashMap<>();
    table
        .withDomains(
            connection, wanted.stream().map(Account::domain).filter(d -> d != null).toList())
        .forEach((domain, account) -> domains.put(domain, account.accountId()));
    Map<String, UUID> reps =
        table.reps(
            connection,
            wanted.stream()
                .map(Account::owner)
                .filter(owner -> owner != null)
                .map(UUID::toString)
                .toList());
    List<Saved> saved = new ArrayList<>();
    for (Account account : wanted) {
      List<Fault> faults = new ArrayList<>();
      UUID other =
          account.domain() == null
              ? null
              : domains.putIfAbsent(account.domain(), account.accountId());
      if (other != null && !other.equals(account.accountId())) {
        faults.add(new Fault("domain", "another account has it"));
      }
      if (account.owner() != null && !reps.containsKey(account.owner().toString())) {
        faults.add(new Fault("owner", "there is no such rep"));
      }
      Account before = present.get(account.accountId());
      saved.add(
          faults.isEmpty()
              ? new Saved.Done(account, before == null, !account.equals(before))
              : new Saved.Refused(faults));
    }
    return saved;
  }

  /** The account of this id, or empty if there is none. */
  public Optional<Account> find(UUID id) throws SQLException {
    return transactions.call(connection -> table.find(connection, id));
  }

  /** Accounts in the order of name and id, beginning after this one. */
  public List<Account> list(String afterName, UUID afterId, int most) throws SQLException {
    return transactions.call(connection -> table.list(connection, afterName, afterId, most));
  }

  /** Deletes an account; false if there is none of this id. */
  public boolean delete(UUID id) throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          return table.delete(connection, id);
        });
  }
}
