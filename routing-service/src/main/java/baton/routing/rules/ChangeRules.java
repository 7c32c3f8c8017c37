package baton.routing.rules;

import baton.conditions.Mistake;
import baton.eventlog.Transactions;
import baton.routing.SetupLock;
import baton.routing.rules.RuleBook.Edition;
import baton.routing.rules.domain.Rule;
import baton.routing.rules.domain.RuleSet;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces the routing rules, and shows those that were. */
@Singleton
public class ChangeRules {

  /** The most rules in a set. */
  public static final int MOST = 500;

  private final RuleBook book;
  private final RuleConditions conditions;
  private final Transactions transactions;
  private final Clock clock;

  ChangeRules(RuleBook book, RuleConditions conditions, Transactions transactions, Clock clock) {
    this.book = book;
    this.conditions = conditions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface Saved {

    /** The rules are in force; {@code changed} is false if they were already. */
    record Done(Edition edition, boolean changed) implements Saved {}

    /** Somebody else was faster. */
    record Outdated(int inForce) implements Saved {}

    /** They cannot be used; nothing was changed. */
    record Refused(List<Fault> faults) implements Saved {}
  }

  /**
   * Something that is wrong.
   *
   * @param pointer JSON pointer into the set
   */
  public record Fault(String pointer, String detail) {}

  /**
   * Puts these rules in force, all of them or none.
   *
   * @param expected the version that they are meant to replace, or null for whatever is in force
   * @param by name of the key
   */
  public Saved save(List<Rule> rules, String fallback, Integer expected, String by)
      throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          RuleSet before = book.inForce(connection);
          if (expected != null && expected != before.version()) {
            return new Saved.Outdated(before.version());
          }
          List<Fault> faults = faults(connection, rules, fallback);
          if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
          }
          RuleSet wanted = new RuleSet(before.version() + 1, rules, fallback);
          if (wanted.rules().equals(before.rules()) && fallback.equals(before.fallback())) {
            return new Saved.Done(book.edition(connection, before.version()).orElseThrow(), false);
          }
          Edition edition = new Edition(wanted, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
          book.insert(connection, edition);
          return new Saved.Done(edition, true);
        });
  }

  private List<Fault> faults(Connection connection, List<Rule> rules, String fallback)
      throws SQLException {
    Set<String> pools =
        book.pools(
            connection,
            Stream.concat(rules.stream().map(Rule::pool), Stream.of(fallback))
                .collect(Collectors.toSet()));
    Set<UUID> reps = book.reps(connection, rules.stream().flatMap(r -> repOf(r).stream()).toList());
    Set<String> ids = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      String at = "/rules/" + i;
      if (!ids.add(rule.id()) || rule.id().equals(RuleSet.FALLBACK)) {
        faults.add(new Fault(at + "/id", "must be unique, and not \"fallback\""));
      }
      for (Mistake mistake : conditions.mistakes(rule.when())) {
        faults.add(new Fault(at + "/when", mistake.sentence()));
      }
      if (!pools.contains(rule.pool())) {
        faults.add(new Fault(at + "/pool", "no such pool"));
      }
      if (rule.owner() != null
          && !rule.owner().equals(Rule.ACCOUNT_OWNER)
          && repOf(rule).filter(reps::contains).isEmpty()) {
        faults.add(new Fault(at + "/owner", "must be ACCOUNT_OWNER or the id of a rep"));
      }
    }
    if (!pools.contains(fallback)) {
      faults.add(new Fault("/fallback", "no such pool"));
    }
    return faults;
  }

  private static Optional<UUID> repOf(Rule rule) {
    if (rule.owner() == null
        || !rule.owner().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(rule.owner()));
  }

  /** The rules in force. */
  public Edition inForce() throws SQLException {
    return transactions.call(
        connection -> book.edition(connection, book.inForce(connection).version()).orElseThrow());
  }

  /** This version, or empty if there is none. */
  public Optional<Edition> version(int version) throws SQLException {
    return transactions.call(connection -> book.edition(connection, version));
  }

  /** Versions before this one, newest first. */
  public List<Edition> before(int version, int most) throws SQLException {
    return transactions.call(connection -> book.before(connection, version, most));
  }
}
