package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes an item of HubSpot one; signed with version 3. */
class HubSpotSenderTest extends SenderConformance {

  private static final String EVENT =
      """
      {"eventId": 1, "subscriptionType": "contact.creation", "attemptNumber": 0, "objectId": 123}""";

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
  void whatIsNotJsonIsItsBytes() {
    assertThat(identities("{not json")).isEqualTo(identities("{not json"));
    assertThat(identities("{not json")).isNotEqualTo(identities("{nor this"));
  }

  @Test
  void halfOfASurrogatePairIsNoObstacle() {
    assertThat(identities("[{\"a\": \"\\ud83d\"}, {\"a\": \"\\ude00\"}]")).doesNotHaveDuplicates();
  }

  private List<String> identities(String body) {
    Delivery delivery = HubSpotDeliveries.delivery(Deliveries.URI, Map.of(), body.getBytes(UTF_8));
    return sender.items(delivery).stream().map(Item::identity).toList();
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.HUBSPOT;
      }

      @Override
      public String secret(int number) {
        return "f3a1c6de-0b7e-4c59-9d5c-2f6a1b0e7a4" + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        String time = String.valueOf(at.toEpochMilli());
        byte[] code =
            Deliveries.hmac(
                secret, ("POST" + Deliveries.URI).getBytes(UTF_8), body, time.getBytes(UTF_8));
        return Map.of(
            "X-HubSpot-Signature-v3",
            Base64.getEncoder().encodeToString(code),
            "X-HubSpot-Request-Timestamp",
            time);
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"id": %s, "submittedAt": 1772442000000, "values": [{"name": "email", "value": "%s"}]}"""
            .formatted(id, email);
      }

      @Override
      public boolean hasTime() {
        return true;
      }

      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
