package baton.intake.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "<a>jo%2bnews@example.com</a>\u0000",
        "a%3Djo%2Bnews%40example.com%26b",
        "{\"text\": \"jo\\u002bnews\\u0040example.com\"}",
        "j\u0000o\u0000+\u0000n\u0000e\u0000w\u0000s\u0000@\u0000example.com",
        "mailto:jo+news@example.com.",
        "text=write+to+jo%2Bnews%40example.com+now"
      })
  void whereItIsItIsFound(String body) {
    assertThat(mention.isIn(body.getBytes(UTF_8))).isTrue();
  }

  @Test
  void aDomainHasTwoSpellings() {
    Mention german = new Mention("J\u00d6RG@b\u00fccher.example");
    assertThat(german.isIn("j\u00f6rg@xn--bcher-kva.example".getBytes(UTF_8))).isTrue();
    assertThat(german.isIn("J\u00d6RG@B\u00dcCHER.example".getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jo@example.com",
        "jo+news@example.org",
        "jo news@example.com",
        "mojo+news@example.com",
        "jo+news@example.company",
        "jo+news@example.com.au",
        "a.jo+news@example.com",
        "jo+news@example.com-x.example"
      })
  void whereItIsNotItIsNot(String body) {
    assertThat(mention.isIn(body.getBytes(UTF_8))).isFalse();
  }
}
