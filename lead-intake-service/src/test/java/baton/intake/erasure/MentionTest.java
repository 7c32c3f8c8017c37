package baton.intake.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in bytes of any kind. */
class MentionTest {

  private final Mention mention = new Mention("Jo+news@Example.com ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\": \"jo+news@example.com\"}",
        "Write to JO+NEWS@EXAMPLE.COM!",
        "email=jo%2Bnews%40example.com&a=b",
        "email=jo+news%40example.com",
        "{\"email\": \"jo+news\\u0040example.com\"}",
        "<a>jo%2bnews@example.com</a>\u0000"
      })
  void whereItIsItIsFound(String body) {
    assertThat(mention.isIn(body.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jo@example.com", "jo+news@example.org", "jo news@example.com"})
  void whereItIsNotItIsNot(String body) {
    assertThat(mention.isIn(body.getBytes(UTF_8))).isFalse();
  }
}
