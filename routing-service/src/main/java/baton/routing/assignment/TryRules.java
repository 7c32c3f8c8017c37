package baton.routing.assignment;

import baton.conditions.Attribute;
import baton.eventlog.Transactions;
import baton.routing.accounts.AccountTable;
import baton.routing.rules.RuleConditions;
import baton.routing.rules.domain.Route;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Tells where a lead would go by the rules in force. Nothing is assigned. */
@Singleton
public class TryRules {

  private final RouteLeads routing;
  private final AssignmentArchive archive;
  private final Transactions transactions;

  public TryRules(RouteLeads routing, AssignmentArchive archive, Transactions transactions) {
    this.routing = routing;
    this.archive = archive;
    this.transactions = transactions;
  }

  /** What is wrong with attributes, by path; nothing if they can be used. */
  public static Map<String, String> mistakes(Map<String, Object> attributes) {
    Map<String, String> mistakes = new TreeMap<>();
    attributes.forEach(
        (path, value) -> {
          Optional<Attribute> attribute = RuleConditions.VOCABULARY.find(path);
          if (attribute.isEmpty() || path.startsWith("account.")) {
            mistakes.put(path, "there is no such attribute of a lead or decision");
          } else if (value == null || !fits(attribute.get(), value)) {
            mistakes.put(
                path,
                "must be " + attribute.get().type().name().toLowerCase(java.util.Locale.ROOT));
          }
        });
    return mistakes;
  }

  private static boolean fits(Attribute attribute, Object value) {
    return switch (attribute.type()) {
      case TEXT -> value instanceof String text && text.indexOf('\0') < 0;
      case NUMBER -> value instanceof Integer || value instanceof Long;
      case TRUTH -> value instanceof Boolean;
    };
  }

  /** Where a lead of which this is known would go; its account is found by its company. */
  public Route with(Map<String, Object> attributes) throws SQLException {
    Map<String, Object> known = new HashMap<>(attributes);
    known.keySet().removeIf(path -> path.startsWith("account."));
    AccountTable.Company company =
        new AccountTable.Company(
            (String) known.get("lead.companyDomain"), (String) known.get("lead.company"));
    return transactions.call(connection -> routing.tryOut(connection, known, company));
  }

  /** Where this lead would go, with what was known of it when it was routed last. */
  public Optional<Route> with(UUID leadId) throws SQLException {
    Optional<Route> last = archive.lastRoute(leadId);
    return last.isEmpty() ? Optional.empty() : Optional.of(with(last.get().attributes()));
  }
}
