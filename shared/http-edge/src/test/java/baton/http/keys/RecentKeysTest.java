package baton.http.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentKeysTest {

  private static final long LIFETIME = KnownKeys.REMEMBERED.toNanos();

  private final AtomicLong now = new AtomicLong(-7);
  private final RecentKeys recent = new RecentKeys(LIFETIME, now::get);
  private final ApiKeyText key = ApiKeyText.random();
  private final KeyHolder holder =
      new KeyHolder(key.prefix(), key.sha256(), Roles.SOURCE, "forms", null);

  @Test
  void keyIsRememberedUntilOneNanosecondBeforeItsLifetimeEnds() {
    recent.remember(holder);
    now.addAndGet(LIFETIME - 1);
    assertThat(recent.find(key.prefix(), key.sha256())).contains(holder);
    now.addAndGet(1);
    assertThat(recent.find(key.prefix(), key.sha256())).isEmpty();
  }

  @Test
  void rememberedPrefixDoesNotLetAnotherSecretIn() {
    recent.remember(holder);
    assertThat(recent.find(key.prefix(), ApiKeyText.random().sha256())).isEmpty();
  }

  @Test
  void forgottenKeyIsAskedForAgain() {
    recent.remember(holder);
    recent.forget(key.prefix());
    assertThat(recent.find(key.prefix(), key.sha256())).isEmpty();
  }

  @Test
  void keyNeverShowsItsSecretByAccident() {
    assertThat(key.toString()).isEqualTo("btn_" + key.prefix() + "_***");
    assertThat(ApiKeyText.parse(key.reveal()).orElseThrow().sha256()).isEqualTo(key.sha256());
  }

  @Test
  void configuredEntryIsReadAsItWasWritten() {
    KeyHolder read = ConfiguredKeys.read(key.configuredAs(Roles.REP, "kim") + ":rep:7");
    assertThat(read.role()).isEqualTo("rep");
    assertThat(read.name()).isEqualTo("kim");
    assertThat(read.subject()).isEqualTo("rep:7");
    assertThat(read.matches(key.sha256())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ops:name:prefix",
        "king:name:prefix:0000000000000000000000000000000000000000000000000000000000000000",
        "ops::prefix:0000000000000000000000000000000000000000000000000000000000000000",
        "ops:name:PREFIX:0000000000000000000000000000000000000000000000000000000000000000",
        "ops:name:prefix:00"
      })
  void badConfiguredEntryIsRefused(String entry) {
    assertThatThrownBy(() -> ConfiguredKeys.read(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baton.keys");
  }
}
