package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Fields by HubSpot's names for them, which {@link FieldFinder} knows but for a few. Of a name that
 * comes twice the first value counts. Empty values are none.
 */
final class HubSpotFields {

  /** As many and as long as an API client may send. */
  private static final int MOST_ANSWERS = 100;

  private static final int LONGEST_QUESTION = 200;
  private static final int LONGEST_ANSWER = 10_000;

  /** What a lead takes over from its company; a company's phone reaches no person. */
  private static final Map<String, String> OF_A_COMPANY =
      Map.of(
          "name", "company",
          "domain", "domain",
          "website", "website",
          "country", "country",
          "industry", "industry",
          "numberofemployees", "numberofemployees");

  private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");

  private final Map<String, String> person = new LinkedHashMap<>();
  private final Map<String, String> company = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

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
    String text = text(value);
    if (text != null
        && name.length() <= LONGEST_QUESTION
        && text.length() <= LONGEST_ANSWER
        && (answers.size() < MOST_ANSWERS || answers.containsKey(name))) {
      answers.merge(name, text, (first, next) -> first + ";" + next);
    }
  }

  /**
   * What they say together.
   *
   * @param pageUrl the page of the form, which may name the campaign
   * @param submittedAt milliseconds since 1970, or ISO 8601
   */
  Content content(JsonNode pageUrl, JsonNode submittedAt) {
    Map<String, String> fields = new LinkedHashMap<>(person);
    company.forEach((name, value) -> put(fields, name, value));
    put(fields, "domain", HubSpotLinks.host(fields.get("website")));
    put(fields, "utm_campaign", HubSpotLinks.campaign(text(pageUrl)));
    put(fields, "utm_campaign", HubSpotLinks.campaignOfTheSource(person));
    fields.remove("submittedAt");
    put(fields, "submittedAt", time(text(submittedAt)));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach(node::put);
    FieldFinder finder = new FieldFinder(node);
    return finder.content().withAnswers(finder.others(answers));
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null) {
      fields.putIfAbsent(name, value);
    }
  }

  private static String time(String given) {
    boolean milliseconds = given != null && MILLISECONDS.matcher(given).matches();
    return milliseconds ? Instant.ofEpochMilli(Long.parseLong(given)).toString() : given;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      String joined =
          StreamSupport.stream(value.spliterator(), false)
              .filter(JsonNode::isValueNode)
              .map(HubSpotFields::text)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(";"));
      return joined.isEmpty() ? null : joined;
    }
    JsonNode plain = value.isObject() ? value.path("value") : value;
    String text = plain.isValueNode() && !plain.isNull() ? plain.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
