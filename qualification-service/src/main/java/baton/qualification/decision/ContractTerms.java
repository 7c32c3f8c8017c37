package baton.qualification.decision;

import baton.events.Event;
import baton.events.intake.EmailFacts;
import baton.events.intake.LeadFacts;
import baton.events.intake.PhoneFacts;
import baton.events.qualification.CriterionResult;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.LeadDisqualified;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.qualification.decision.domain.Attribute;
import baton.qualification.decision.domain.Decision;
import baton.qualification.decision.domain.Facts;
import baton.qualification.decision.domain.Finding;
import baton.qualification.decision.domain.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Says in the terms of the published contract what the domain says in its own, and back. */
public final class ContractTerms {

  private ContractTerms() {}

  /** Published facts, as the rules know them; null means that nothing was said. */
  public static Facts facts(LeadFacts said) {
    if (said == null) {
      return Facts.NONE;
    }
    Map<Attribute, String> values = new EnumMap<>(Attribute.class);
    values.put(Attribute.TITLE, said.title());
    values.put(Attribute.COMPANY, said.company());
    values.put(Attribute.COMPANY_DOMAIN, said.companyDomain());
    values.put(Attribute.COUNTRY, said.country());
    values.put(Attribute.INDUSTRY, said.industry());
    values.put(Attribute.EMPLOYEES, text(said.employees()));
    if (said.email() != null) {
      values.put(Attribute.EMAIL_KIND, text(said.email().kind()));
      values.put(Attribute.EMAIL_STATUS, text(said.email().status()));
    }
    if (said.phone() != null) {
      values.put(Attribute.PHONE_STATUS, text(said.phone().status()));
      values.put(Attribute.PHONE_COUNTRY, said.phone().country());
    }
    return new Facts(values);
  }

  private static LeadFacts published(Facts facts) {
    return new LeadFacts(
        facts.get(Attribute.TITLE).orElse(null),
        facts.get(Attribute.COMPANY).orElse(null),
        facts.get(Attribute.COMPANY_DOMAIN).orElse(null),
        facts.get(Attribute.COUNTRY).orElse(null),
        facts.get(Attribute.INDUSTRY).orElse(null),
        facts.get(Attribute.EMPLOYEES).map(Integer::valueOf).orElse(null),
        email(facts),
        phone(facts));
  }

  private static EmailFacts email(Facts facts) {
    EmailFacts email =
        new EmailFacts(
            facts.get(Attribute.EMAIL_KIND).map(EmailFacts.Kind::valueOf).orElse(null),
            facts.get(Attribute.EMAIL_STATUS).map(EmailFacts.Status::valueOf).orElse(null));
    return email.kind() == null && email.status() == null ? null : email;
  }

  private static PhoneFacts phone(Facts facts) {
    return facts
        .get(Attribute.PHONE_STATUS)
        .map(PhoneFacts.Status::valueOf)
        .map(status -> new PhoneFacts(status, facts.get(Attribute.PHONE_COUNTRY).orElse(null)))
        .orElse(null);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  static DecisionRecord decided(UUID decisionId, Decision decision, Instant at) {
    return new DecisionRecord(
        decisionId,
        decision.leadId(),
        decision.cycle().id(),
        decision.opensCycle(),
        decision.verdict().result(),
        decision.verdict().grade(),
        decision.cycle().source(),
        decision.cycle().campaign(),
        receipt(decision.verdict(), decision.because().submissionId()),
        at);
  }

  private static DecisionReceipt receipt(Verdict verdict, UUID becauseOf) {
    return new DecisionReceipt(
        verdict.criteriaSet(),
        verdict.version(),
        becauseOf,
        verdict.score(),
        verdict.findings().stream().map(ContractTerms::result).toList(),
        verdict.summary());
  }

  private static CriterionResult result(Finding finding) {
    return new CriterionResult(
        finding.criterion(),
        finding.version(),
        CriterionResult.Kind.valueOf(finding.kind().name()),
        CriterionResult.Outcome.valueOf(finding.outcome().name()),
        finding.observed(),
        finding.expected(),
        finding.contribution(),
        finding.sentence());
  }

  static Event event(DecisionRecord made, Decision decision) {
    return switch (made.result()) {
      case QUALIFIED ->
          new LeadQualified(
              made.leadId(),
              made.cycleId(),
              made.decisionId(),
              made.opensCycle(),
              made.source(),
              made.campaign(),
              baton.events.qualification.Grade.valueOf(made.grade().name()),
              decision.cycle().inquiredAt(),
              published(decision.because().known()),
              made.receipt(),
              made.decidedAt());
      case NURTURED ->
          new LeadNurtured(
              made.leadId(),
              made.cycleId(),
              made.decisionId(),
              made.opensCycle(),
              made.source(),
              made.campaign(),
              made.opensCycle() ? decision.cycle().inquiredAt() : null,
              made.receipt(),
              made.decidedAt());
      case DISQUALIFIED ->
          new LeadDisqualified(
              made.leadId(),
              made.cycleId(),
              made.decisionId(),
              made.opensCycle(),
              made.source(),
              made.campaign(),
              made.opensCycle() ? decision.cycle().inquiredAt() : null,
              made.receipt(),
              made.decidedAt());
    };
  }
}
