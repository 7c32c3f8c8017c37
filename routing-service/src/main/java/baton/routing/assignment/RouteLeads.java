package baton.routing.assignment;

import baton.routing.accounts.Account;
import baton.routing.accounts.AccountTable;
import baton.routing.rules.RuleBook;
import baton.routing.rules.RuleConditions;
import baton.routing.rules.domain.Route;
import baton.routing.rules.domain.RuleSet;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out where leads go, by the rules in force and the accounts that are known. */
@Singleton
public class RouteLeads {

  private final RuleBook rules;
  private final RuleConditions conditions;
  private final AccountTable accounts;

  public RouteLeads(RuleBook rules, RuleConditions conditions, AccountTable accounts) {
    this.rules = rules;
    this.conditions = conditions;
    this.accounts = accounts;
  }

  /** Where these leads go, in their order. */
  List<RoutedLead> route(Connection connection, List<WantedLead> leads) throws SQLException {
    if (leads.isEmpty()) {
      return List.of();
    }
    RuleSet inForce = rules.inForce(connection);
    Map<AccountTable.Company, Account> known =
        accounts.matching(connection, leads.stream().map(WantedLead::company).distinct().toList());
    List<RoutedLead> routed = new ArrayList<>(leads.size());
    for (WantedLead lead : leads) {
      routed.add(
          new RoutedLead(
              lead.lead(), route(inForce, lead.attributes(), known.get(lead.company()))));
    }
    return routed;
  }

  /**
   * Where a lead would go by the rules in force.
   *
   * @param attributes without those of the account
   */
  public Route tryOut(
      Connection connection, Map<String, Object> attributes, AccountTable.Company company)
      throws SQLException {
    Account account = accounts.matching(connection, List.of(company)).get(company);
    return route(rules.inForce(connection), attributes, account);
  }

  private Route route(RuleSet inForce, Map<String, Object> ofLead, Account account) {
    Map<String, Object> attributes = new HashMap<>(ofLead);
    if (account != null) {
      put(attributes, "account.name", account.name());
      put(attributes, "account.industry", account.industry());
      put(attributes, "account.country", account.country());
      put(attributes, "account.employees", account.employees());
      put(attributes, "account.owned", account.owner() != null);
    }
    return inForce.route(attributes, account == null ? null : account.owner(), conditions);
  }

  private static void put(Map<String, Object> attributes, String path, Object value) {
    if (value != null) {
      attributes.put(path, value);
    }
  }
}
