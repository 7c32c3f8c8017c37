package baton.proving.demo;

import baton.proving.demo.Submission.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody filled in, in the words of each platform. */
record Form(Run run, Submission submission, Campaign campaign) {

  private static final Map<String, String> HUBSPOT_NAMES =
      Map.of(
          "email", "email",
          "phone", "phone",
          "givenName", "firstname",
          "familyName", "lastname",
          "title", "jobtitle",
          "company", "company",
          "country", "country",
          "employees", "numemployees",
          "industry", "industry");

  /** As Baton names it. */
  Map<String, Object> lead() {
    Map<String, Object> lead = new LinkedHashMap<>(person());
    lead.put("campaign", campaign.id());
    return lead;
  }

  /** As HubSpot posts the submission of a form. */
  Map<String, Object> hubSpot() {
    List<Map<String, String>> values = new ArrayList<>();
    person()
        .forEach(
            (name, value) ->
                values.add(
                    Map.of("name", HUBSPOT_NAMES.get(name), "value", String.valueOf(value))));
    return Map.of(
        "submittedAt",
        submittedAt().toEpochMilli(),
        "pageUrl",
        "https://baton.example/landing?utm_campaign=" + campaign.id(),
        "values",
        values);
  }

  private Instant submittedAt() {
    return run.start().plus(submission.who().at());
  }

  private Map<String, Object> person() {
    Prospect who = submission.who();
    boolean tellsAll = submission.told() == Told.AGAIN || knowsCompany(who);
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("givenName", who.givenName());
    person.put("familyName", who.familyName());
    if (tellsAll) {
      person.put("company", who.company().name());
      person.put("country", who.company().country());
      person.put("employees", who.company().employees());
      person.put("industry", who.company().industry());
      person.put("title", who.title() == null ? "Head of Operations" : who.title());
    }
    if (submission.told() == Told.UNUSABLE) {
      return person;
    }
    person.put("email", run.email(who));
    if (who.callable() || submission.told() == Told.AGAIN) {
      person.put("phone", run.phone(who));
    }
    return person;
  }

  private static boolean knowsCompany(Prospect who) {
    return switch (who.looks()) {
      case BUYER, SPECIALIST, SMALL -> true;
      case PRIVATE, THROW_AWAY -> false;
    };
  }
}
