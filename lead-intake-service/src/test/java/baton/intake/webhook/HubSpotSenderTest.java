package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes an item of HubSpot one. */
class HubSpotSenderTest {

  private static final String EVENT =
      """
      {"eventId": 1, "subscriptionType": "contact.creation", "attemptNumber": 0, "objectId": 123}""";

  private final HubSpotSender sender = new HubSpotSender();

  @Test
  void anEventIsTheSameAloneOrAmongOthersInAnyOrderOfItsFieldsAndAtAnyAttempt() {
    String again =
        """
        {"objectId":123,"attemptNumber":3,"subscriptionType":"contact.creation","eventId":1}""";
    String alone = identities(EVENT).get(0);
    assertThat(identities("[" + EVENT + "]")).containsExactly(alone);
    assertThat(identities("[7, " + again + "]")).last().isEqualTo(alone);
  }

  @Test
  void anotherEventOfTheSameIdIsAnotherOne() {
    assertThat(identities("[" + EVENT + "," + EVENT.replace("123", "124") + "]"))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyTheAttemptOfTheEventItselfIsLeftOut() {
    String inside = "{\"values\": [{\"attemptNumber\": 1}]}";
    assertThat(identities("[" + inside + "," + inside.replace("1", "2") + "]"))
        .doesNotHaveDuplicates();
  }

  @Test
  void headersDoNotCount() {
    Item item = new Items().of(EVENT.getBytes(UTF_8)).get(0);
    assertThat(sender.identity(delivery(Map.of("X-HubSpot-Request-Timestamp", "1")), item))
        .isEqualTo(sender.identity(delivery(Map.of("X-HubSpot-Request-Timestamp", "2")), item));
  }

  @Test
  void whatIsNotJsonIsItsBytes() {
    assertThat(identities("{not json")).isEqualTo(identities("{not json"));
    assertThat(identities("{not json")).isNotEqualTo(identities("{nor this"));
  }

  @Test
  void halfOfASurrogatePairIsNoObstacle() {
    assertThat(identities("[{\"a\": \"\\ud83d\"}, {\"a\": \"\\ude00\"}]")).doesNotHaveDuplicates();
  }

  private List<String> identities(String body) {
    return new Items()
        .of(body.getBytes(UTF_8)).stream()
            .map(item -> sender.identity(delivery(Map.of()), item))
            .toList();
  }

  private static Delivery delivery(Map<String, String> headers) {
    return HubSpotDeliveries.delivery("https://example.com", headers, new byte[0]);
  }
}
