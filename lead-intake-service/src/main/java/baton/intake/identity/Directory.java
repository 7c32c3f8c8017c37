package baton.intake.identity;

import baton.eventlog.Transactions;
import baton.intake.identity.Identities.Known;
import baton.intake.identity.Identities.Standing;
import baton.intake.profile.ProfileState;
import baton.intake.verification.EmailVerifier;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Looks up who leads are, many at a time, and which lead an address belongs to. */
@Singleton
public class Directory {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> IDS = new TypeReference<>() {};

  private static final String LEADS =
      """
      select p.*, l.id, l.erased_at is not null as erased, named.ids
        from lead l
        left join profile p
               on p.lead_id = case when l.merged_into is null then l.id else survivor_of(l.id) end
        left join lateral (select jsonb_object_agg(e.system, e.external_id) as ids
                             from external_identity e where e.lead_id = p.lead_id) named on true
       where l.id""";

  private static final String BY_ID = LEADS + " = any(?::uuid[])";
  private static final String BY_EMAIL =
      LEADS
          + " in (select k.lead_id from match_key k where k.kind = 'EMAIL' and k.value = ?"
          + " union select survivor_of(m.lead_id) from shared_mailbox m where m.address = ?)";

  private static final String WHO_GAVE =
      """
      select coalesce(merged_from, lead_id) from match_key where kind = 'EMAIL' and value = ?
      union select lead_id from shared_mailbox where address = ?""";

  private final Transactions transactions;
  private final EmailVerifier emails;

  Directory(Transactions transactions, EmailVerifier emails) {
    this.transactions = transactions;
    this.emails = emails;
  }

  /**
   * A lead that was looked up.
   *
   * @param known who it is; null if it was erased, or there is none
   */
  public record Entry(UUID leadId, Standing standing, Known known) {}

  /** These leads, each once, in the order in which they are named. */
  public List<Entry> find(Collection<UUID> leads) throws SQLException {
    Map<UUID, Entry> found =
        transactions.call(
            connection -> {
              try (PreparedStatement query = connection.prepareStatement(BY_ID)) {
                query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
                return read(query);
              }
            });
    return new LinkedHashSet<>(leads)
        .stream().map(id -> found.getOrDefault(id, new Entry(id, Standing.UNKNOWN, null))).toList();
  }

  /**
   * The leads with this address, as addresses are compared; none if there are none, or it is no
   * address. A mailbox of a function is of whoever gave it.
   */
  public List<Entry> withEmail(String address) throws SQLException {
    return ofAddress(address, BY_EMAIL, query -> new ArrayList<>(read(query).values()));
  }

  /**
   * The leads that gave this address, whatever they turned out to be since; none as with {@link
   * #withEmail}.
   */
  public List<UUID> whoGave(String address) throws SQLException {
    return ofAddress(
        address,
        WHO_GAVE,
        query -> {
          List<UUID> leads = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              leads.add(row.getObject(1, UUID.class));
            }
          }
          return leads;
        });
  }

  @FunctionalInterface
  private interface Reader<T> {
    List<T> read(PreparedStatement query) throws SQLException;
  }

  /** What a statement finds that takes the address as a key and as a mailbox of a function. */
  private <T> List<T> ofAddress(String address, String sql, Reader<T> reader) throws SQLException {
    String normalised = emails.verify(address).normalised();
    if (normalised == null) {
      return List.of();
    }
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, normalised);
            query.setString(2, normalised);
            return reader.read(query);
          }
        });
  }

  private static Map<UUID, Entry> read(PreparedStatement query) throws SQLException {
    Map<UUID, Entry> entries = new HashMap<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Entry entry = entry(row);
        entries.put(entry.leadId(), entry);
      }
    }
    return entries;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    if (row.getBoolean("erased") || row.getObject("lead_id") == null) {
      return new Entry(id, Standing.ERASED, null);
    }
    String ids = row.getString("ids");
    return new Entry(
        id,
        Standing.KNOWN,
        new Known(ProfileState.profile(row), ids == null ? Map.of() : externalIds(ids)));
  }

  private static Map<String, String> externalIds(String json) {
    try {
      return JSON.readValue(json, IDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
