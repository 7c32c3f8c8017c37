package baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.mapping.Mapping.ConsentMapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions over bodies of any form, and what they cannot find. */
class CompiledMappingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ITEM =
      """
      {"contact": {"mail": " jo@example.com ", "names": ["Jo", "Meyer"], "staff": 250, "score": 1.50,
        "e-mail": "other@example.com", "nothing": null, "empty": "", "big": 12345678901234567890},
       "tags": ["a", "b"], "huge": 1e999, "optin": "yes", "at": 1772441998, "atMs": 1772441998000,
       "answers": [{"q": "Budget", "a": "10k"}, {"q": "When", "a": "May"}]}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item.contact.mail | jo@example.com",
        "item.contact['e-mail'] | other@example.com",
        "item.contact.names[0] + ' ' + item.contact.names[1] | Jo Meyer",
        "item.contact.staff | 250",
        "item.contact.score | 1.5",
        "item.contact.big | 12345678901234567890",
        "string(item.contact.staff) + ' people' | 250 people",
        "item.tags | a;b",
        "item.answers.filter(x, x.q == 'When')[0].a | May",
        "has(item.contact.phone) ? item.contact.phone : 'none' | none",
        "item.contact.mail.trim().upperAscii() | JO@EXAMPLE.COM",
        "item.contact.staff > 200.5 | true"
      })
  void whatAnExpressionFindsIsATextOfIt(String expression, String text) {
    assertThat(map("notes", expression).fields()).containsEntry("notes", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item.contact.phone | there is no such member or element",
        "item.nobody.phone | there is no such member or element",
        "item.contact.names[7] | there is no such member or element",
        "item.contact.mail.phone | there is no such member or element",
        "item.contact.staff + item.contact.mail | cannot be evaluated over this",
        "1 / 0 | cannot be evaluated over this"
      })
  void whatItCannotFindIsNotThereAndSaysWhyWithoutQuotingAnybody(String expression, String why) {
    Mapped mapped = map("notes", expression);
    assertThat(mapped.fields()).isEmpty();
    assertThat(mapped.missing())
        .hasSize(1)
        .first()
        .extracting(MappingMistake::pointer)
        .isEqualTo("/fields/notes");
    assertThat(mapped.missing().toString()).contains(why).doesNotContain("example.com");
  }

  /** Numbers at the ends of what there is, which Java's own classes refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"1.0 / 0.0", "-1.0 / 0.0", "0.0 / 0.0", "item.huge"})
  void whatIsNoFiniteNumberIsNotThere(String expression) {
    assertThat(map("notes", expression).fields()).isEmpty();
    assertThat(map("sentAt", expression).fields()).isEmpty();
    assertThat(
            compiled(new Mapping(null, expression, expression, null, null, null, null)).id(item()))
        .isEmpty();
  }

  @Test
  void aTimeFarOffIsNoObstacle() {
    assertThat(map("sentAt", "-9223372036854775807 - 1").missing()).isEmpty();
    assertThat(map("sentAt", "9223372036854775807").missing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"item.contact.nothing", "item.contact.empty", "item.contact", "[]", "[[1]]"})
  void whatIsNoTextIsNotThere(String expression) {
    Mapped mapped = map("notes", expression);
    assertThat(mapped.fields()).isEmpty();
    assertThat(mapped.missing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"item.at", "item.atMs", "'2026-03-02T08:59:58Z'"})
  void aTimeIsANumberOfSecondsOrMillisecondsOrAText(String expression) {
    assertThat(map("sentAt", expression).fields()).containsEntry("sentAt", "2026-03-02T08:59:58Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item.contact.mail + | line 1, column",
        "body.contact.mail | undeclared reference to 'body'",
        "contact.mail | undeclared reference to 'contact'",
        "sha256(item) | undeclared reference to 'sha256'",
        "item.a.replace('a', 'aa') | undeclared reference to 'replace'",
        "'' | line 1, column"
      })
  void anExpressionThatIsNoneIsRefusedWithItsPlace(String expression, String why) {
    var compilation =
        CompiledMapping.compile(
            new Mapping(
                null,
                null,
                null,
                null,
                Map.of("email", expression.equals("") ? " " : expression),
                null,
                null));
    assertThat(compilation.mapping()).isEmpty();
    assertThat(compilation.mistakes().get(0).pointer()).isEqualTo("/fields/email");
    assertThat(compilation.mistakes().get(0).message()).contains(why);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    var compilation =
        CompiledMapping.compile(
            new Mapping(
                "item.x",
                "body.x",
                "body.y",
                "1 +",
                Map.of("mail", "item.x"),
                Map.of("Budget", "x"),
                List.of(new ConsentMapping("email", "x", "item.y", "z"))));
    assertThat(compilation.mistakes().stream().map(MappingMistake::pointer))
        .containsExactlyInAnyOrder(
            "/items",
            "/id",
            "/sequence",
            "/when",
            "/fields/mail",
            "/answers/Budget",
            "/consents/0/granted",
            "/consents/0/at");
  }

  /** Whoever may connect a source must not be able to stop the door. */
  @Test
  void whatWouldTakeForEverIsRefusedOrGivenUp() {
    String deep = "(".repeat(200) + "1" + ")".repeat(200);
    String many = "item.tags" + " + item.tags".repeat(400);
    for (String expression : List.of(deep, many, "'" + "x".repeat(5_000) + "'")) {
      assertThat(
              CompiledMapping.compile(
                      new Mapping(null, null, null, null, Map.of("notes", expression), null, null))
                  .mistakes())
          .as(expression.substring(0, 20))
          .hasSize(1);
    }
    String list = "[0,1,2,3,4,5,6,7,8,9,10]";
    String loops = list + ".map(a, " + list + ".map(b, " + list + ".map(c, a)))";
    assertThat(map("notes", loops).missing().toString())
        .contains("goes through more elements than allowed");
    String deeper = "[item]" + ".map(a, [a, a])".repeat(4);
    assertThat(
            CompiledMapping.compile(
                    new Mapping(null, null, null, null, Map.of("notes", deeper), null, null))
                .mistakes()
                .toString())
        .contains("more than 3 deep");
  }

  /** Short expressions over small bodies that would fill any memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[item.big].map(a, a + a + a + a + a).map(a, a + a + a + a + a)[0]",
        "[item.big].exists(a, [a + a + a + a + a].exists(b, [b + b + b].exists(c, size(c) > 0)))",
        "[item.big].map(a, a.split('')).map(b, b + b + b + b + b + b)",
        "item.many.map(a, item.big + 'x')",
        "item.many.map(a, bytes(item.big))",
        "[bytes(item.big)].map(a, a + a + a + a + a).map(a, size(a + a + a + a + a))[0]",
        "item.many.map(a, item.big.substring(1))",
        "item.many.map(a, item.many)"
      })
  void whatMakesEverMoreOfLittleIsGivenUp(String expression) {
    JsonNode body =
        JSON.valueToTree(
            Map.of("big", "x".repeat(200_000), "many", Collections.nCopies(1_000, 12_345)));
    Mapping ofItem = new Mapping(null, null, null, null, Map.of("notes", expression), null, null);
    assertThat(compiled(ofItem).map(body).missing().toString())
        .contains("makes more of this than allowed");
    assertThat(items(expression.replace("item.", "body."), body)).isEmpty();
  }

  @Test
  void whatIsAsLargeAsABodyIsFound() {
    JsonNode body = JSON.valueToTree(Map.of("a", Collections.nCopies(1_000, "x".repeat(900))));
    assertThat(items("body.a.map(x, x + 'y')", body).orElseThrow()).hasSize(1_000);
    assertThat(items("body.a", body).orElseThrow()).hasSize(1_000);
  }

  @Test
  void aBoxIsTickedOrNotOrNotThere() {
    Mapping mapping =
        new Mapping(
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(
                new ConsentMapping("email", "item.optin", "'I agree'", "item.at"),
                new ConsentMapping("phone", "item.optin == 'no'", null, null),
                new ConsentMapping("post", "item.nowhere", null, null),
                new ConsentMapping("fax", "'perhaps'", null, null)));
    assertThat(compiled(mapping).map(item()).consents())
        .containsExactly(
            new Mapped.Box("email", true, "I agree", "2026-03-02T08:59:58Z"),
            new Mapped.Box("phone", false, null, null));
  }

  @Test
  void whetherItIsAnInquiryIsToldOrNot() {
    assertThat(when("item.contact.staff > 100")).isTrue();
    assertThat(when("item.contact.staff > 1000")).isFalse();
    assertThat(when("item.kind == 'lead'")).isNull();
    assertThat(when("item.contact")).isNull();
    assertThat(when(null)).isTrue();
  }

  @Test
  void itemsAreAListThatIsThere() throws JsonProcessingException {
    assertThat(items("body.answers").orElseThrow())
        .containsExactly(
            JSON.readTree("{\"q\": \"Budget\", \"a\": \"10k\"}"),
            JSON.readTree("{\"q\": \"When\", \"a\": \"May\"}"));
    assertThat(items("body.contact")).isEmpty();
    assertThat(items("body.nowhere")).isEmpty();
    assertThat(items(null)).isEmpty();
  }

  private static Optional<List<JsonNode>> items(String expression) {
    return items(expression, item());
  }

  private static Optional<List<JsonNode>> items(String expression, JsonNode body) {
    return compiled(new Mapping(expression, null, null, null, null, null, null)).items(body);
  }

  private static Boolean when(String expression) {
    return compiled(new Mapping(null, null, null, expression, null, null, null))
        .map(item())
        .isInquiry();
  }

  private static Mapped map(String field, String expression) {
    return compiled(new Mapping(null, null, null, null, Map.of(field, expression), null, null))
        .map(item());
  }

  private static CompiledMapping compiled(Mapping mapping) {
    var compilation = CompiledMapping.compile(mapping);
    assertThat(compilation.mistakes()).isEmpty();
    return compilation.mapping().orElseThrow();
  }

  private static JsonNode item() {
    try {
      return JSON.readTree(ITEM);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
