package baton.routing.assignment.messaging;

import baton.events.intake.LeadFacts;
import baton.events.qualification.LeadQualified;
import baton.routing.accounts.AccountTable.Company;
import java.util.HashMap;
import java.util.Map;

/** What a decision says of a lead, by the paths that routing rules know. */
final class LeadAttributes {

  private LeadAttributes() {}

  static Map<String, Object> of(LeadQualified decision) {
    Map<String, Object> attributes = new HashMap<>();
    LeadFacts facts = decision.facts();
    if (facts != null) {
      put(attributes, "lead.title", facts.title());
      put(attributes, "lead.company", facts.company());
      put(attributes, "lead.companyDomain", facts.companyDomain());
      put(attributes, "lead.country", facts.country());
      put(attributes, "lead.industry", facts.industry());
      put(attributes, "lead.employees", facts.employees());
      if (facts.email() != null) {
        put(attributes, "lead.email.kind", facts.email().kind());
        put(attributes, "lead.email.status", facts.email().status());
      }
      if (facts.phone() != null) {
        put(attributes, "lead.phone.status", facts.phone().status());
        put(attributes, "lead.phone.country", facts.phone().country());
      }
    }
    put(attributes, "lead.source", decision.source());
    put(attributes, "lead.campaign", decision.campaign());
    put(attributes, "decision.grade", decision.grade());
    if (decision.receipt() != null) {
      put(attributes, "decision.score", decision.receipt().score());
      put(attributes, "decision.criteriaSet", decision.receipt().criteriaSet());
    }
    return attributes;
  }

  static Company company(LeadQualified decision) {
    LeadFacts facts = decision.facts();
    return facts == null
        ? new Company(null, null)
        : new Company(facts.companyDomain(), facts.company());
  }

  private static void put(Map<String, Object> attributes, String path, Object value) {
    if (value != null) {
      attributes.put(path, value instanceof Enum<?> constant ? constant.name() : value);
    }
  }
}
