package baton.qualification.decision.domain;

import static baton.qualification.decision.domain.Attribute.COMPANY;
import static baton.qualification.decision.domain.Attribute.COMPANY_DOMAIN;
import static baton.qualification.decision.domain.Attribute.EMAIL_KIND;
import static baton.qualification.decision.domain.Attribute.EMAIL_STATUS;
import static baton.qualification.decision.domain.Attribute.EMPLOYEES;
import static baton.qualification.decision.domain.Attribute.PHONE_STATUS;
import static baton.qualification.decision.domain.Attribute.TITLE;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The criteria that are in force as long as Sales has not signed others. */
public final class B2bDefault {

  private static final Pattern DECIDES =
      Pattern.compile(
          "\\b(c[a-z]o|chief|founder|owner|president|partner|vp|vice president|head|director"
              + "|managing|principal)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int SMALLEST_COMPANY = 50;

  /** Version 1. Points go from -10 to 90. */
  public static final CriteriaSet V1 =
      new CriteriaSet(
          "b2b-default",
          1,
          20,
          40,
          60,
          List.of(
              new Criterion(
                  "throw-away-mailbox",
                  Kind.KNOCK_OUT,
                  "The address is at a provider of throw-away mailboxes",
                  0,
                  lead -> lead.test(EMAIL_KIND, "DISPOSABLE"::equals)),
              new Criterion(
                  "reachable",
                  Kind.REQUIRED,
                  "A well-formed e-mail address or a phone number that can be dialled",
                  0,
                  lead -> email(lead).or(phone(lead))),
              new Criterion(
                  "company-known",
                  Kind.REQUIRED,
                  "The company or its domain is known",
                  0,
                  lead -> given(lead, COMPANY).or(given(lead, COMPANY_DOMAIN))),
              weighted(
                  "decision-maker",
                  30,
                  "A title with authority to decide",
                  lead -> lead.test(TITLE, title -> DECIDES.matcher(title).find())),
              weighted(
                  "company-mailbox",
                  20,
                  "An address at the company's own domain",
                  lead -> lead.test(EMAIL_KIND, "COMPANY"::equals)),
              weighted(
                  "can-be-called", 20, "A phone number that can be dialled", B2bDefault::phone),
              weighted(
                  "company-size",
                  20,
                  "At least " + SMALLEST_COMPANY + " employees",
                  lead -> lead.test(EMPLOYEES, B2bDefault::largeEnough)),
              weighted(
                  "function-mailbox",
                  -10,
                  "The address belongs to a function, such as info, and to no person",
                  lead -> lead.test(EMAIL_KIND, "ROLE"::equals))));

  private B2bDefault() {}

  private static Criterion weighted(
      String id, int points, String expected, Function<Observation, Outcome> question) {
    return new Criterion(id, Kind.WEIGHTED, expected, points, question);
  }

  private static Outcome email(Observation lead) {
    return unlessMissing(lead, EMAIL_STATUS, lead.test(EMAIL_STATUS, "VALID"::equals));
  }

  private static Outcome phone(Observation lead) {
    Outcome valid = lead.test(PHONE_STATUS, status -> status.startsWith("VALID_"));
    boolean undecided = lead.of(PHONE_STATUS).filter("UNKNOWN_COUNTRY"::equals).isPresent();
    return undecided ? Outcome.UNKNOWN : unlessMissing(lead, PHONE_STATUS, valid);
  }

  private static Outcome unlessMissing(Observation lead, Attribute status, Outcome otherwise) {
    boolean missing = lead.of(status).filter("MISSING"::equals).isPresent();
    return missing ? Outcome.UNKNOWN : otherwise;
  }

  private static Outcome given(Observation lead, Attribute attribute) {
    return lead.test(attribute, value -> true);
  }

  private static boolean largeEnough(String employees) {
    return Integer.parseInt(employees) >= SMALLEST_COMPANY;
  }
}
