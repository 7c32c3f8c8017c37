package baton.intake.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {

  private static final String OLD = key(1);
  private static final String NEW = key(2);
  private static final String SECRET = "whsec_wörd";

  private final SealedSecrets old = new SealedSecrets(List.of(OLD));

  @Test
  void whatIsSealedIsOpenedAgainAndIsNotToBeSeen() {
    byte[] sealed = old.seal("crm", SECRET);
    assertThat(new SealedSecrets(List.of(OLD)).open("crm", sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("whsec");
    assertThat(old.seal("crm", SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void aSecretOfAnotherSourceIsNotOpened() {
    byte[] sealed = old.seal("crm", SECRET);
    assertThatThrownBy(() -> old.open("shop", sealed))
        .isInstanceOf(UnopenedSecret.class)
        .hasMessageContaining("shop");
  }

  @Test
  void oneBitTurnedAnywhereIsNotOpened() {
    byte[] sealed = old.seal("crm", SECRET);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] turned = sealed.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> old.open("crm", turned)).isInstanceOf(UnopenedSecret.class);
    }
    assertThatThrownBy(() -> old.open("crm", new byte[0])).isInstanceOf(UnopenedSecret.class);
  }

  @Test
  void aNewKeySealsWhileTheOldOneStillOpens() {
    byte[] sealed = old.seal("crm", SECRET);
    SealedSecrets both = new SealedSecrets(List.of(NEW, OLD));
    assertThat(both.open("crm", sealed)).isEqualTo(SECRET);
    assertThat(both.isCurrent(sealed)).isFalse();

    byte[] anew = both.seal("crm", SECRET);
    assertThat(both.isCurrent(anew)).isTrue();
    SealedSecrets onlyNew = new SealedSecrets(List.of(NEW));
    assertThat(onlyNew.open("crm", anew)).isEqualTo(SECRET);
    assertThatThrownBy(() -> onlyNew.open("crm", sealed)).isInstanceOf(UnopenedSecret.class);
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotQuoted() {
    for (String wrong :
        List.of("", "short", OLD.substring(4), OLD + "AAAA", "not base64 at all!")) {
      assertThatThrownBy(() -> new SealedSecrets(List.of(OLD, wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("baton.intake.secret-keys[1] is no key of 32 bytes in base64");
    }
  }

  private static String key(int number) {
    byte[] key = new byte[32];
    key[31] = (byte) number;
    return Base64.getEncoder().encodeToString(key);
  }
}
