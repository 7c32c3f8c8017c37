package baton.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/conditions.md} to what conditions can do. */
class ConditionsPageTest {

  private final String page;

  ConditionsPageTest() throws IOException {
    page = Files.readString(Path.of("../../docs/conditions.md"));
  }

  @Test
  void thePageListsEveryAttributeAndNoOther() {
    Vocabulary all =
        Vocabulary.LEAD.and(Vocabulary.DECISION).and(Vocabulary.ACCOUNT).and(Vocabulary.TOUCHPOINT);
    String rows =
        all.attributes().stream().map(ConditionsPageTest::row).collect(Collectors.joining("\n"));

    assertThat(page.substring(page.indexOf("attributes:begin"), page.indexOf("attributes:end")))
        .isEqualTo(
            "attributes:begin -->\n| attribute | type | means |\n| --- | --- | --- |\n"
                + rows
                + "\n<!-- ");
  }

  private static String row(Attribute attribute) {
    String type =
        attribute.values().isEmpty()
            ? switch (attribute.type()) {
              case TEXT -> "text";
              case NUMBER -> "number";
              case TRUTH -> "true or false";
            }
            : attribute.values().stream().collect(Collectors.joining("`, `", "`", "`"));
    return "| `%s` | %s | %s |".formatted(attribute.path(), type, attribute.meaning());
  }

  @Test
  void thePageNamesTheLimits() {
    Limits limits = Limits.DEFAULT;
    String said = page.replace("\n", " ");

    assertThat(said)
        .contains(
            List.of(
                "more than %,d characters, %d levels of nesting, %d parts"
                    .formatted(limits.length(), limits.depth(), limits.parts()),
                "expression of more than %d instructions, or more than %,d steps"
                    .formatted(limits.regexSize(), limits.cost()),
                "more than %d elements".formatted(limits.iterations())));
  }

  @Test
  void whatThePageSaysIsRefusedIsRefusedInTheseWords() {
    Conditions conditions = new Conditions(Vocabulary.LEAD);

    for (String text :
        List.of(
            "lead.titel == 'x'",
            "lead.email.kind == 'FREEMAIL'",
            "lead.country == 'DE' &&\nlead.title = 'x'")) {
      Compilation compilation = conditions.compile(text);
      String sentence = ((Compilation.Refused) compilation).mistakes().get(0).sentence();
      assertThat(page).contains(sentence);
    }
  }
}
