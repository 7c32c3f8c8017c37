package baton.routing.accounts;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table {@code account}. */
@Singleton
public class AccountTable {

  private static final String MATCHING =
      """
      select * from account where domain = any(?)
      union
      select * from account where name_key = any(?)""";
  private static final String STORE =
      """
      insert into account (account_id, name, name_key, domain, industry, country, employees,
                           owner_id, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (account_id) do update
         set name = excluded.name, name_key = excluded.name_key, domain = excluded.domain,
             industry = excluded.industry, country = excluded.country,
             employees = excluded.employees, owner_id = excluded.owner_id,
             updated_at = excluded.updated_at""";

  /** The organisation of a lead, as the lead tells it. */
  public record Company(String domain, String name) {}

  /** The accounts of these companies; those that are not known are left out. */
  public Map<Company, Account> matching(Connection connection, Collection<Company> companies)
      throws SQLException {
    Map<String, Account> byDomain = new HashMap<>();
    Map<String, Optional<Account>> byName = new HashMap<>();
    for (Account account : candidates(connection, companies)) {
      if (account.domain() != null) {
        byDomain.put(account.domain(), account);
      }
      // Two of one name are neither of them for certain.
      byName.merge(
          Account.nameKey(account.name()), Optional.of(account), (a, b) -> Optional.empty());
    }
    Map<Company, Account> found = new HashMap<>();
    for (Company company : companies) {
      Account account = byDomain.get(lower(company.domain()));
      if (account == null) {
        account =
            byName.getOrDefault(Account.nameKey(company.name()), Optional.empty()).orElse(null);
      }
      if (account != null) {
        found.put(company, account);
      }
    }
    return found;
  }

  private static List<Account> candidates(Connection connection, Collection<Company> companies)
      throws SQLException {
    Object[] domains =
        companies.stream()
            .map(c -> lower(c.domain()))
            .filter(Objects::nonNull)
            .distinct()
            .toArray();
    Object[] names =
        companies.stream()
            .map(c -> Account.nameKey(c.name()))
            .filter(key -> !key.isEmpty())
            .distinct()
            .toArray();
    if (domains.length == 0 && names.length == 0) {
      return List.of();
    }
    try (PreparedStatement query = connection.prepareStatement(MATCHING)) {
      query.setArray(1, connection.createArrayOf("text", domains));
      query.setArray(2, connection.createArrayOf("text", names));
      return read(query);
    }
  }

  private static String lower(String domain) {
    return domain == null ? null : domain.toLowerCase(Locale.ROOT);
  }

  Optional<Account> find(Connection connection, UUID id) throws SQLException {
    return withIds(connection, List.of(id)).values().stream().findFirst();
  }

  Map<UUID, Account> withIds(Connection connection, Collection<UUID> ids) throws SQLException {
    Map<UUID, Account> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("select * from account where account_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      read(query).forEach(account -> found.put(account.accountId(), account));
    }
    return found;
  }

  Map<String, Account> withDomains(Connection connection, Collection<String> domains)
      throws SQLException {
    Map<String, Account> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("select * from account where domain = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", domains.toArray()));
      read(query).forEach(account -> found.put(account.domain(), account));
    }
    return found;
  }

  List<Account> list(Connection connection, String afterName, UUID afterId, int most)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from account where (name, account_id) > (?, ?)"
                + " order by name, account_id limit ?")) {
      query.setString(1, afterName);
      query.setObject(2, afterId);
      query.setInt(3, most);
      return read(query);
    }
  }

  /** Names of accounts that this rep owns, ten at most. */
  public List<String> ownedBy(Connection connection, UUID repId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from account where owner_id = ? order by name limit 10")) {
      query.setObject(1, repId);
      return read(query).stream().map(Account::name).toList();
    }
  }

  void store(Connection connection, Collection<Account> accounts, Instant at) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      for (Account account : accounts) {
        insert.setObject(1, account.accountId());
        insert.setString(2, account.name());
        insert.setString(3, Account.nameKey(account.name()));
        insert.setString(4, account.domain());
        insert.setString(5, account.industry());
        insert.setString(6, account.country());
        insert.setObject(7, account.employees());
        insert.setObject(8, account.owner());
        insert.setObject(9, at.atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  boolean delete(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from account where account_id = ?")) {
      delete.setObject(1, id);
      return delete.executeUpdate() > 0;
    }
  }

  /** Reps with these ids or e-mail addresses, by both. */
  Map<String, UUID> reps(Connection connection, Collection<String> idsAndEmails)
      throws SQLException {
    Map<String, UUID> found = new HashMap<>();
    Set<String> wanted = new HashSet<>(idsAndEmails);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select rep_id, lower(email) as email from rep"
                + " where left_at is null and (rep_id::text = any(?) or lower(email) = any(?))")) {
      query.setArray(1, connection.createArrayOf("text", wanted.toArray()));
      query.setArray(2, connection.createArrayOf("text", wanted.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject("rep_id", UUID.class);
          found.put(id.toString(), id);
          if (row.getString("email") != null) {
            found.put(row.getString("email"), id);
          }
        }
      }
    }
    return found;
  }

  private static List<Account> read(PreparedStatement query) throws SQLException {
    List<Account> accounts = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        accounts.add(
            new Account(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("domain"),
                row.getString("industry"),
                row.getString("country"),
                row.getObject("employees", Integer.class),
                row.getObject("owner_id", UUID.class)));
      }
    }
    return accounts;
  }
}
