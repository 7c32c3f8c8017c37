package baton.proving.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedCallsTest {

  /** The vector that the specification of Standard Webhooks gives. */
  @Test
  void aStandardWebhookIsSignedAsTheSpecificationDoes() {
    Call call =
        SignedCalls.standard(
            "/hook",
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    assertThat(call.headers())
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatSignsIsNotInMessages() {
    Call call =
        SignedCalls.hubSpot("/hook", "https://x/hook", "secret!!", Instant.EPOCH, new byte[0]);
    assertThat(call.toString()).isEqualTo("POST /hook");
  }
}
