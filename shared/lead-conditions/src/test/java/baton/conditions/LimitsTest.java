package baton.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each limit is met exactly, and refused one beyond. */
class LimitsTest {

  private static final Limits L = Limits.DEFAULT;

  private final Conditions conditions = new Conditions(Vocabulary.LEAD);

  @Test
  void length() {
    String text = "lead.title == '" + "x".repeat(L.length() - 16) + "'";

    assertThat(text).hasSize(L.length());
    assertThat(conditions.compile(text)).isInstanceOf(Compilation.Compiled.class);
    assertThat(mistake(text + " ")).isEqualTo("is 2001 characters long, at most 2000 are allowed");
  }

  @Test
  void aCharacterBeyondTheBasicPlaneCountsOnce() {
    String text = "lead.title == '" + "\uD83D\uDE00".repeat(L.length() - 16) + "'";

    assertThat(conditions.compile(text)).isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void depth() {
    String tooDeep = "(".repeat(L.depth() + 1) + "true" + ")".repeat(L.depth() + 1);

    assertThat(conditions.compile("((((((true))))))")).isInstanceOf(Compilation.Compiled.class);
    assertThat(mistake(tooDeep)).isEqualTo("is nested too deep");
    assertThat(mistake("!(".repeat(40) + "true" + ")".repeat(40))).isEqualTo("is nested too deep");
  }

  @Test
  void parts() {
    assertThat(conditions.compile(sum(100))).isInstanceOf(Compilation.Compiled.class);
    assertThat(mistake(sum(300))).isEqualTo("has too many parts");
  }

  private static String sum(int numbers) {
    return IntStream.range(0, numbers)
        .mapToObj(i -> "1")
        .collect(Collectors.joining(",", "lead.employees in [", "]"));
  }

  @Test
  void costOfLoopsInLoops() {
    String list =
        IntStream.range(0, 40).mapToObj(i -> "" + i % 10).collect(Collectors.joining(","));
    String once = "[%s].exists(a, lead.employees == a)".formatted(list);
    String nested = "[%s].exists(a, [%s].exists(b, lead.employees == a * b))".formatted(list, list);

    assertThat(conditions.compile(once)).isInstanceOf(Compilation.Compiled.class);
    assertThat(mistake(nested)).isEqualTo("can take more than the 5000 steps that are allowed");
  }

  @Test
  void sizeOfARegularExpression() {
    assertThat(conditions.compile("lead.title.matches('(?i)(vp|head|chief) .{0,40}sales')"))
        .isInstanceOf(Compilation.Compiled.class);
    assertThat(mistake("lead.title.matches('((a|b){1,30}){1,30}')"))
        .matches("the regular expression has size \\d+, at most 300 is allowed");
  }

  /** RE2 takes time in proportion to the text; a backtracking engine would never end with this. */
  @Test
  void aRegularExpressionThatMakesOthersBacktrackEnds() {
    Compilation compilation = conditions.compile("lead.title.matches('^(a+)+$')");
    Map<String, Object> values = Map.of("lead.title", "a".repeat(5_000) + "b");

    assertThat(((Compilation.Compiled) compilation).condition().ask(values::get).outcome())
        .isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void iterations() {
    Limits few = new Limits(2_000, 24, 300, 5, 300, 5_000);
    Conditions strict = new Conditions(Vocabulary.LEAD, few);
    String six = "[1, 2, 3, 4, 5, 6].exists(a, lead.employees == a)";
    String five = "[1, 2, 3, 4, 5].exists(a, lead.employees == a)";
    Map<String, Object> values = new HashMap<>(Map.of("lead.employees", 9L));

    Answer enough = ((Compilation.Compiled) strict.compile(five)).condition().ask(values::get);
    Answer tooMany = ((Compilation.Compiled) strict.compile(six)).condition().ask(values::get);

    assertThat(enough.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(tooMany.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(tooMany.failure()).hasValue("goes through more elements than allowed");
  }

  private String mistake(String text) {
    Compilation compilation = conditions.compile(text);
    assertThat(compilation).isInstanceOf(Compilation.Refused.class);
    return ((Compilation.Refused) compilation).mistakes().get(0).message();
  }
}
