package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Accepts what the reference library signs, and refuses what it refuses. */
class StandardSignatureTest {

  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString("a secret of thirty-two bytes, ok".getBytes());
  private static final String ID = "msg_1";
  private static final String BODY = "{\"hello\":\"wörld\"}";
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final long SENT = NOW.getEpochSecond();

  @Test
  void whatTheReferenceLibrarySignsIsAuthenticWithThePrefixOrWithout() throws Exception {
    assertThat(check(SECRET, ID, "" + SENT, sign(), BODY)).isTrue();
    assertThat(check(SECRET.substring(6), ID, "" + SENT, sign(), BODY)).isTrue();
  }

  @Test
  void oneGoodSignatureAmongOthersIsEnoughAndUnknownVersionsAreIgnored() throws Exception {
    String others = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,abc v1a,def " + sign();
    assertThat(check(SECRET, ID, "" + SENT, others, BODY)).isTrue();
  }

  @Test
  void aBodyForgedByOneBitIsRefused() throws Exception {
    assertThat(check(SECRET, ID, "" + SENT, sign(), BODY.replace("h", "i"))).isFalse();
  }

  @Test
  void anythingMissingIsRefused() throws Exception {
    assertThat(check(SECRET, null, "" + SENT, sign(), BODY)).isFalse();
    assertThat(check(SECRET, "", "" + SENT, sign(), BODY)).isFalse();
    assertThat(check(SECRET, ID, null, sign(), BODY)).isFalse();
    assertThat(check(SECRET, ID, "" + SENT, null, BODY)).isFalse();
    assertThat(check(SECRET, ID, "" + SENT, "v1,", BODY)).isFalse();
    assertThat(check(SECRET, ID, "" + SENT, "v1,not base64!", BODY)).isFalse();
    assertThat(check(SECRET, ID, "soon", sign(), BODY)).isFalse();
    assertThat(check(SECRET, ID, "99999999999999999999", sign(), BODY)).isFalse();
  }

  @Test
  void fiveMinutesEitherWayAreTakenAndOneSecondMoreIsNot() throws Exception {
    for (long away : new long[] {300, -300}) {
      assertThat(checkSentAt(SENT + away)).isTrue();
    }
    for (long away : new long[] {301, -301}) {
      assertThat(checkSentAt(SENT + away)).isFalse();
    }
  }

  private static boolean checkSentAt(long sent) throws Exception {
    String signature = new Webhook(SECRET).sign(ID, sent, BODY);
    return check(SECRET, ID, "" + sent, signature, BODY);
  }

  private static String sign() throws Exception {
    return new Webhook(SECRET).sign(ID, SENT, BODY);
  }

  private static boolean check(
      String secret, String id, String timestamp, String signature, String body) {
    return StandardSignature.isAuthentic(
        secret, id, timestamp, signature, body.getBytes(StandardCharsets.UTF_8), NOW);
  }
}
