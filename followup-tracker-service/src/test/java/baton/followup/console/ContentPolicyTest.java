package baton.followup.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {

  private static final String PAGE =
      "<html><script type=\"importmap\">{}</script><script src=\"a.js\"></script></html>";

  @Test
  void letsInTheImportMapByItsDigestAndNoOtherScriptOfThePage() {
    // printf '{}' | openssl dgst -sha256 -binary | base64
    assertThat(ContentPolicy.of(PAGE))
        .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='")
        .doesNotContain("unsafe");
  }

  @Test
  void anotherImportMapHasAnotherPolicy() {
    assertThat(ContentPolicy.of(PAGE)).isNotEqualTo(ContentPolicy.of(PAGE.replace("{}", "{ }")));
  }

  @Test
  void aPageWithoutImportMapIsNoConsole() {
    assertThatIllegalArgumentException().isThrownBy(() -> ContentPolicy.of("<html></html>"));
  }
}
