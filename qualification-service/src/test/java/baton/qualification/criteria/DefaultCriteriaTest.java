package baton.qualification.criteria;

import static baton.qualification.decision.domain.Attribute.COMPANY;
import static baton.qualification.decision.domain.Attribute.COMPANY_DOMAIN;
import static baton.qualification.decision.domain.Attribute.EMAIL_KIND;
import static baton.qualification.decision.domain.Attribute.EMAIL_STATUS;
import static baton.qualification.decision.domain.Attribute.EMPLOYEES;
import static baton.qualification.decision.domain.Attribute.PHONE_STATUS;
import static baton.qualification.decision.domain.Attribute.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.qualification.decision.domain.Attribute;
import baton.qualification.decision.domain.Candidate;
import baton.qualification.decision.domain.Facts;
import baton.qualification.decision.domain.Finding;
import baton.qualification.decision.domain.Grade;
import baton.qualification.decision.domain.Kind;
import baton.qualification.decision.domain.Outcome;
import baton.qualification.decision.domain.Result;
import baton.qualification.decision.domain.Verdict;
import baton.qualification.decision.domain.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the set that is delivered makes of leads. */
class DefaultCriteriaTest {

  private static final Facts COMPANY_LEAD =
      facts(COMPANY, "Halden Pumps", EMAIL_KIND, "COMPANY", EMAIL_STATUS, "VALID");

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Facts facts(Object... attributesAndValues) {
    Map<Attribute, String> values = new EnumMap<>(Attribute.class);
    for (int i = 0; i < attributesAndValues.length; i += 2) {
      values.put((Attribute) attributesAndValues[i], (String) attributesAndValues[i + 1]);
    }
    return new Facts(values);
  }

  private static Verdict judge(Facts facts) {
    return judge(facts, new Visit(1, "web", "spring", NINE));
  }

  private static Verdict judge(Facts facts, Visit... visits) {
    Visit last = visits[visits.length - 1];
    return DefaultSet.V1.judge(
        new Candidate(facts, last.source(), last.campaign(), last.at(), List.of(visits)));
  }

  private static Finding finding(Verdict verdict, String criterion) {
    return verdict.findings().stream()
        .filter(f -> f.criterion().equals(criterion))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingKnownIsUnknownInEveryCriterionAndNurtured() {
    Verdict verdict = judge(Facts.NONE);
    assertThat(verdict.findings())
        .filteredOn(f -> f.kind() != Kind.ENGAGEMENT && !f.criterion().equals("company-known"))
        .extracting(Finding::outcome)
        .containsOnly(Outcome.UNKNOWN);
    assertThat(finding(verdict, "company-known").outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict.result()).isEqualTo(Result.NURTURED);
    assertThat(verdict.score()).isZero();
    assertThat(verdict.summary()).contains("reachable", "company-known");
  }

  @Test
  void exactlyTheThresholdQualifiesWithTheLastGrade() {
    Verdict verdict = judge(COMPANY_LEAD);
    assertThat(verdict.score()).isEqualTo(DefaultSet.V1.threshold());
    assertThat(verdict.result()).isEqualTo(Result.QUALIFIED);
    assertThat(verdict.grade()).isEqualTo(Grade.C);
  }

  @Test
  void belowTheThresholdIsNurturedThoughEverythingRequiredIsMet() {
    Verdict verdict =
        judge(facts(COMPANY, "Halden", EMAIL_KIND, "FREE_MAIL", EMAIL_STATUS, "VALID"));
    assertThat(verdict.result()).isEqualTo(Result.NURTURED);
    assertThat(verdict.grade()).isNull();
  }

  @Test
  void aThrowAwayMailboxDisqualifiesHoweverManyPointsThereAre() {
    Verdict verdict =
        judge(
            COMPANY_LEAD
                .with(facts(TITLE, "CEO", PHONE_STATUS, "VALID_MOBILE", EMPLOYEES, "5000"))
                .with(facts(EMAIL_KIND, "DISPOSABLE", EMAIL_STATUS, "VALID")));
    assertThat(verdict.result()).isEqualTo(Result.DISQUALIFIED);
    assertThat(verdict.score()).isGreaterThan(DefaultSet.V1.gradeA());
  }

  @ParameterizedTest
  @CsvSource({"49,NOT_MET,0", "50,MET,20", "2147483647,MET,20"})
  void theSmallestCompanyHasFiftyEmployees(String employees, Outcome outcome, int points) {
    Finding size = finding(judge(facts(EMPLOYEES, employees)), "company-size");
    assertThat(size.outcome()).isEqualTo(outcome);
    assertThat(size.contribution()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "Head of Plant Operations,MET",
    "CFO,MET",
    "vice president sales,MET",
    "Managing Director,MET",
    "Co-Founder,MET",
    "Headhunter,NOT_MET",
    "Student,NOT_MET",
    "Ownership analyst,NOT_MET"
  })
  void titlesWithAuthorityAreWholeWords(String title, Outcome expected) {
    assertThat(finding(judge(facts(TITLE, title)), "decision-maker").outcome()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "VALID,MISSING,MET",
    "MISSING,VALID_OTHER,MET",
    "INVALID,INVALID,NOT_MET",
    "INVALID,MISSING,NOT_MET",
    "INVALID,UNKNOWN_COUNTRY,NOT_MET",
    "INVALID,,UNKNOWN",
    ",VALID_MOBILE,MET",
    ",,UNKNOWN"
  })
  void reachableByEitherWayAndUnknownWhereNothingWasSaidOfOne(
      String email, String phone, Outcome expected) {
    Verdict verdict = judge(facts(EMAIL_STATUS, email, PHONE_STATUS, phone));
    assertThat(finding(verdict, "reachable").outcome()).isEqualTo(expected);
  }

  @Test
  void whatWasReadIsInTheReceipt() {
    Verdict verdict = judge(facts(EMAIL_STATUS, "INVALID", PHONE_STATUS, "MISSING"));
    assertThat(finding(verdict, "reachable").observed())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("lead.email.status", "INVALID", "lead.phone.status", "MISSING"));
  }

  @Test
  void whoComesBackGetsPointsThatFadeAndAreCapped() {
    Visit first = new Visit(1, "web", "spring", NINE);
    Visit second = new Visit(2, "web", "spring", NINE.plus(Duration.ofDays(1)));
    Visit third = new Visit(3, "web", "spring", NINE.plus(Duration.ofDays(31)));
    Visit fourth = new Visit(4, "web", "spring", NINE.plus(Duration.ofDays(31)));

    assertThat(finding(judge(Facts.NONE, first), "came-back").contribution()).isZero();
    assertThat(finding(judge(Facts.NONE, first, second), "came-back").contribution()).isEqualTo(10);
    assertThat(finding(judge(Facts.NONE, first, second, third), "came-back").contribution())
        .as("one has lost half of its worth")
        .isEqualTo(15);
    Finding capped = finding(judge(Facts.NONE, first, second, third, fourth), "came-back");
    assertThat(capped.contribution()).isEqualTo(20);
    assertThat(capped.sentence())
        .isEqualTo(
            "Met: Came back after the first inquiry (3 of 4 touchpoints, 20 points, capped at 20).");
    assertThat(capped.observed())
        .containsEntry("points.left", "25")
        .containsEntry("points.cap", "20");
  }

  @Test
  void theDefaultSaysThatNobodySignedIt() {
    assertThat(DefaultCriteria.definition().note()).contains("No sales organisation has signed it");
    assertThat(new CriteriaCompiler().faults(DefaultCriteria.definition())).isEmpty();
  }

  @Test
  void theDomainAloneMakesTheCompanyKnownAndBothAreInTheReceipt() {
    Finding company = finding(judge(facts(COMPANY_DOMAIN, "halden.example")), "company-known");
    assertThat(company.outcome()).isEqualTo(Outcome.MET);
    assertThat(company.observed())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("lead.company", "", "lead.companyDomain", "halden.example"));
  }

  @Test
  void theScoreIsTheSumOfItsContributionsForAnyLead() {
    for (String kind : new String[] {"COMPANY", "FREE_MAIL", "DISPOSABLE", "ROLE", "NONE"}) {
      for (String title : new String[] {"", "CEO", "Intern"}) {
        for (String phone : new String[] {"", "VALID_MOBILE", "INVALID", "MISSING"}) {
          Verdict verdict = judge(facts(EMAIL_KIND, kind, TITLE, title, PHONE_STATUS, phone));
          assertThat(verdict.findings().stream().mapToInt(Finding::contribution).sum())
              .isEqualTo(verdict.score());
          assertThat(verdict.findings())
              .filteredOn(f -> f.outcome() != Outcome.MET)
              .allMatch(f -> f.contribution() == 0);
        }
      }
    }
  }

  @Test
  void sentencesTellPeopleWhatWasSeen() {
    assertThat(finding(judge(facts(EMPLOYEES, "12")), "company-size").sentence())
        .isEqualTo("Not met: At least 50 employees (employees is 12).");
    assertThat(finding(judge(Facts.NONE), "company-size").sentence())
        .isEqualTo("Cannot be told: At least 50 employees (employees is missing).");
  }
}
