package baton.intake.webhook;

import static baton.intake.webhook.NamedFields.text;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields by HubSpot's names for them: those of the person before those of the company. */
final class HubSpotFields {

  /** What a lead takes over from its company; a company's phone reaches no person. */
  private static final Map<String, String> OF_A_COMPANY =
      Map.of(
          "name", "company",
          "domain", "domain",
          "website", "website",
          "country", "country",
          "industry", "industry",
          "numberofemployees", "numberofemployees");

  private final Map<String, String> person = new LinkedHashMap<>();
  private final Map<String, String> company = new LinkedHashMap<>();
  private final NamedFields fields = new NamedFields();

  void person(String name, JsonNode value) {
    put(person, name, text(value));
  }

  void company(String name, JsonNode value) {
    if (OF_A_COMPANY.containsKey(name)) {
      put(company, OF_A_COMPANY.get(name), text(value));
    }
  }

  /** Several values of one name are one answer, as HubSpot itself writes them: with semicolons. */
  void answer(String name, JsonNode value) {
    fields.answer(name, value);
  }

  /** A box of a form that asks for consent: it is ticked, or anything else stands there. */
  void box(String purpose, JsonNode value) {
    fields.ticked(purpose, NamedFields.isYes(value), null, null);
  }

  /** The id by which HubSpot knows the person. */
  void id(JsonNode id) {
    fields.externalId(id);
  }

  /**
   * What they say together.
   *
   * @param pageUrl the page of the form, which may name the campaign
   * @param submittedAt milliseconds since 1970, or ISO 8601
   */
  Content content(JsonNode pageUrl, JsonNode submittedAt) {
    Map<String, String> known = new LinkedHashMap<>(person);
    company.forEach((name, value) -> put(known, name, value));
    put(known, "domain", Links.host(known.get("website")));
    put(known, "utm_campaign", Links.campaign(text(pageUrl)));
    put(known, "utm_campaign", HubSpotCampaign.of(person));
    known.remove("submittedAt");
    put(known, "submittedAt", Times.ofMilliseconds(submittedAt));
    known.forEach(fields::field);
    fields.optedOut("email", TextNode.valueOf(known.getOrDefault("hs_email_optout", "")));
    if (known.containsKey("hs_legal_basis")) {
      fields.consent("processing", true, known.get("hs_legal_basis"), "profile", null);
    }
    return fields.content();
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null) {
      fields.putIfAbsent(name, value);
    }
  }
}
