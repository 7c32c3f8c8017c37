package baton.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.sources.Platform;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies of all platforms, and what becomes of them when somebody lets chance have its way. */
public final class Bodies {

  private static final int MOST_CHANGES = 6;
  private static final int LONGEST_RUN = 40;

  /** What parsers stumble over. */
  private static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "12345678901234567890123",
          "[]",
          "{}",
          "[[[[[[[[[[",
          "\"\"",
          "\\u0000",
          "\\ud83d",
          "\u0000",
          "\ufeff",
          "%zz",
          "%00",
          "&",
          "=",
          "<!DOCTYPE a [",
          "]]>",
          "<![CDATA[",
          "\"email\":",
          ",",
          ":",
          "{\"value\":",
          "data[merges][",
          "@",
          "jo@example.com",
          "+49 30 5557777",
          "2026-03-02T09:00:00Z",
          "9999999999999",
          "\r\n",
          "\u202e",
          "<script>");

  private static final Map<Platform, List<String>> SEEDS = seeds();

  private Bodies() {}

  private static Map<Platform, List<String>> seeds() {
    Map<Platform, List<String>> seeds = new EnumMap<>(Platform.class);
    seeds.put(
        Platform.STANDARD_WEBHOOKS,
        List.of(
            "{\"email\": \"jo@example.com\", \"name\": \"Jo\"}", "[{\"a\": {\"mail\": 1}}, 7]"));
    seeds.put(
        Platform.GENERIC,
        List.of(
            "{\"entries\": [{\"no\": 1, \"mail\": \"jo@example.com\"}]}",
            "{\"email\": \"jo@example.com\", \"phone\": [\"+49305557777\"]}"));
    seeds.put(
        Platform.HUBSPOT,
        List.of(
            "[{\"objectId\": 5, \"subscriptionType\": \"contact.creation\", \"occurredAt\": 1772441998000}]",
            "{\"submittedAt\": 1772441998000, \"pageUrl\": \"https://e.example/?utm_campaign=a\", \"values\":"
                + " [{\"name\": \"email\", \"value\": \"jo@example.com\", \"objectTypeId\": \"0-1\"}]}",
            "{\"vid\": 7, \"properties\": {\"email\": {\"value\": \"jo@example.com\", \"versions\": []}},"
                + " \"associated-company\": {\"properties\": {\"name\": {\"value\": \"E\"}}}}"));
    seeds.put(
        Platform.TYPEFORM,
        List.of(
            "{\"event_id\": \"1\", \"event_type\": \"form_response\", \"form_response\": {\"definition\":"
                + " {\"fields\": [{\"id\": \"f\", \"type\": \"legal\", \"title\": \"Call?\"}]}, \"answers\": ["
                + "{\"type\": \"email\", \"email\": \"jo@example.com\", \"field\": {\"id\": \"e\"}},"
                + "{\"type\": \"boolean\", \"boolean\": true, \"field\": {\"id\": \"f\", \"type\": \"legal\"}}]}}"));
    seeds.put(
        Platform.GOOGLE_ADS,
        List.of(
            "{\"google_key\": \"typed-in-twice\", \"lead_id\": \"1\", \"is_test\": false,"
                + " \"user_column_data\": [{\"column_id\": \"EMAIL\", \"string_value\": \"jo@example.com\"}]}"));
    seeds.put(
        Platform.MAUTIC,
        List.of(
            "{\"mautic.form_on_submit\": [{\"submission\": {\"results\": {\"email\": \"jo@example.com\"},"
                + " \"lead\": {\"id\": 1, \"fields\": {\"core\": {}}, \"doNotContact\": [{\"channel\": \"email\"}]}}}],"
                + " \"mautic.page_on_hit\": {\"hit\": []}}"));
    seeds.put(
        Platform.MARKETO,
        List.of(
            "{\"lead\": {\"id\": \"1\", \"email_address\": \"jo@example.com\", \"unsubscribed\": \"1\"},"
                + " \"company\": {\"name\": \"E\"}, \"datetime\": \"\"}"));
    seeds.put(
        Platform.SALESFORCE_OUTBOUND_MESSAGE,
        List.of(
            "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
                + "<notifications xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Notification><Id>04l1</Id>"
                + "<sObject xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"sf:Lead\""
                + " xmlns:sf=\"urn:sobject.enterprise.soap.sforce.com\"><sf:Email>jo@example.com</sf:Email>"
                + "<sf:DoNotCall>true</sf:DoNotCall></sObject></Notification></notifications></e:Body></e:Envelope>"));
    seeds.put(
        Platform.SALESFORCE_WEB_TO_LEAD,
        List.of(
            "oid=typed-in-twice&email=jo%40example.com&retURL=https%3A%2F%2Fe.example&doNotCall=1"));
    seeds.put(
        Platform.META_LEAD_ADS,
        List.of(
            "{\"object\": \"page\", \"entry\": [{\"id\": 1, \"changes\": [{\"field\": \"leadgen\", \"value\":"
                + " {\"leadgen_id\": 12}, \"fetched\": {\"field_data\": [{\"name\": \"email\", \"values\":"
                + " [\"jo@example.com\"]}], \"custom_disclaimer_responses\": [{\"checkbox_key\": \"a\","
                + " \"is_checked\": \"1\"}]}}]}]}"));
    seeds.put(
        Platform.LINKEDIN_LEAD_GEN,
        List.of(
            "{\"type\": \"LEAD_ACTION\", \"leadGenFormResponse\": \"urn:li:leadGenFormResponse:a-1\","
                + " \"leadAction\": \"CREATED\", \"fetched\": {\"form\": {\"content\": {\"questions\":"
                + " [{\"questionId\": 1, \"predefinedField\": \"EMAIL\"}]}}, \"formResponse\": {\"answers\":"
                + " [{\"questionId\": 1, \"answerDetails\": {\"textQuestionAnswer\": {\"answer\": \"jo@example.com\"}}}]}}}"));
    seeds.put(
        Platform.CALENDLY,
        List.of(
            "{\"event\": \"invitee.created\", \"payload\": {\"uri\": \"u\", \"email\": \"jo@example.com\","
                + " \"questions_and_answers\": [{\"question\": \"a\", \"answer\": \"b\"}]}}"));
    seeds.put(
        Platform.MAILCHIMP,
        List.of(
            "type=subscribe&data%5Bemail%5D=jo%40example.com&data%5Bmerges%5D%5BFNAME%5D=Jo",
            "type=unsubscribe&data[email]=jo%40example.com&data[reason]=abuse"));
    seeds.put(
        Platform.UNBOUNCE,
        List.of("page_name=Demo&data.json=%7B%22email%22%3A%5B%22jo%40example.com%22%5D%7D"));
    seeds.put(
        Platform.WEBFLOW,
        List.of(
            "{\"triggerType\": \"form_submission\", \"payload\": {\"id\": \"1\", \"data\": {\"Email\":"
                + " \"jo@example.com\", \"Phone Number\": 15550000000}}}"));
    seeds.put(
        Platform.SEGMENT,
        List.of(
            "{\"type\": \"track\", \"messageId\": \"m\", \"userId\": 1, \"properties\": {}, \"context\":"
                + " {\"traits\": {\"email\": \"jo@example.com\", \"company\": {\"name\": \"E\"}}}}"));
    seeds.put(
        Platform.INTERCOM,
        List.of(
            "{\"topic\": \"contact.created\", \"id\": \"n\", \"data\": {\"item\": {\"email\": \"jo@example.com\","
                + " \"companies\": {\"companies\": [{\"name\": \"E\"}]}, \"custom_attributes\": {\"a\": 1}}}}"));
    return seeds;
  }

  /** The media type in which the platform posts these bodies. */
  public static String mediaType(Platform platform) {
    return switch (platform) {
      case SALESFORCE_OUTBOUND_MESSAGE -> "text/xml";
      case SALESFORCE_WEB_TO_LEAD, MAILCHIMP, UNBOUNCE -> "application/x-www-form-urlencoded";
      default -> "application/json";
    };
  }

  /** One of the platform's bodies, changed in a few places. */
  public static byte[] mutated(Platform platform, Random random) {
    List<String> seeds = SEEDS.get(platform);
    byte[] body = seeds.get(random.nextInt(seeds.size())).getBytes(UTF_8);
    int changes = random.nextInt(MOST_CHANGES + 1);
    for (int i = 0; i < changes; i++) {
      body = changed(body, random);
    }
    return body;
  }

  private static byte[] changed(byte[] body, Random random) {
    int at = random.nextInt(body.length + 1);
    int run = Math.min(body.length - at, random.nextInt(LONGEST_RUN));
    byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
    return switch (random.nextInt(7)) {
      case 0 ->
          spliced(body, at, Math.min(1, body.length - at), new byte[] {(byte) random.nextInt()});
      case 1 -> spliced(body, at, 0, token);
      case 2 -> spliced(body, at, run, token);
      case 3 -> spliced(body, at, run, new byte[0]);
      case 4 -> spliced(body, at, 0, slice(body, at, run));
      case 5 -> spliced(body, at, body.length - at, new byte[0]);
      default -> spliced(body, random.nextInt(body.length + 1), 0, slice(body, at, run));
    };
  }

  private static byte[] slice(byte[] body, int at, int length) {
    byte[] slice = new byte[length];
    System.arraycopy(body, at, slice, 0, length);
    return slice;
  }

  private static byte[] spliced(byte[] body, int at, int gone, byte[] in) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream(body.length + in.length);
    changed.write(body, 0, at);
    changed.writeBytes(in);
    changed.write(body, at + gone, body.length - at - gone);
    return changed.toByteArray();
  }
}
