package baton.conditions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a condition must keep to beside the grammar and the types. */
final class Rules {

  private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

  private final Vocabulary vocabulary;
  private final Limits limits;

  Rules(Vocabulary vocabulary, Limits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
  }

  /** Everything that is wrong with it. */
  List<Mistake> brokenBy(CelAbstractSyntaxTree tree) {
    List<Mistake> mistakes = new ArrayList<>();
    Places places = new Places(tree);
    if (!tree.getResultType().equals(SimpleType.BOOL)) {
      mistakes.add(
          new Mistake(
              1,
              1,
              "is " + TypeWords.of(tree.getResultType().name()) + ", not true or false",
              "compare it with something"));
    }
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.CALL)
        .forEach(node -> check(node.expr().call(), places, mistakes));
    int cost = Cost.of(tree.getExpr(), limits.iterations());
    if (cost > limits.cost()) {
      mistakes.add(
          new Mistake(
              1,
              1,
              "can take more than the %d steps that are allowed".formatted(limits.cost()),
              "shorten the lists that it goes through"));
    }
    return mistakes;
  }

  private void check(CelExpr.CelCall call, Places places, List<Mistake> mistakes) {
    if (call.function().equals("matches")) {
      CelExpr pattern = call.args().get(call.args().size() - 1);
      patternMistake(pattern, places).ifPresent(mistakes::add);
    } else if (COMPARISONS.contains(call.function())) {
      CelExpr left = call.args().get(0);
      CelExpr right = call.args().get(1);
      compare(left, right, places, mistakes);
      compare(right, left, places, mistakes);
    }
  }

  private Optional<Mistake> patternMistake(CelExpr pattern, Places places) {
    if (!isText(pattern)) {
      return Optional.of(
          places.mistake(pattern, "a regular expression must be written out", "put it in quotes"));
    }
    try {
      int size = Pattern.compile(pattern.constant().stringValue()).programSize();
      return size <= limits.regexSize()
          ? Optional.empty()
          : Optional.of(
              places.mistake(
                  pattern,
                  "the regular expression has size %d, at most %d is allowed"
                      .formatted(size, limits.regexSize()),
                  "write fewer or smaller repetitions"));
    } catch (PatternSyntaxException e) {
      return Optional.of(
          places.mistake(
              pattern, "no regular expression: " + e.getDescription(), "RE2 syntax is asked for"));
    }
  }

  /** A text that an attribute never has is a slip of the pen: it would be not met for ever. */
  private void compare(CelExpr one, CelExpr other, Places places, List<Mistake> mistakes) {
    Attribute attribute =
        one.getKind() == Kind.IDENT ? vocabulary.find(one.ident().name()).orElse(null) : null;
    if (attribute == null || attribute.values().isEmpty()) {
      return;
    }
    List<CelExpr> texts = other.getKind() == Kind.LIST ? other.list().elements() : List.of(other);
    for (CelExpr text : texts) {
      if (isText(text) && !attribute.values().contains(text.constant().stringValue())) {
        String written = text.constant().stringValue();
        mistakes.add(
            places.mistake(
                text,
                attribute.path() + " is never \"" + written + "\"",
                Nearest.to(written, attribute.values())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("it is one of " + String.join(", ", attribute.values()))));
      }
    }
  }

  private static boolean isText(CelExpr expression) {
    return expression.getKind() == Kind.CONSTANT
        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }
}
