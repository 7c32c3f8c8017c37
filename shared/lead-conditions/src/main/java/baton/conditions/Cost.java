package baton.conditions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;

/**
 * How many steps the evaluation of a condition can take in the worst case, reckoned before it is
 * ever evaluated: a constant or an attribute is one, an operator or a call is one and its operands,
 * {@code matches} is {@value #MATCH} beside, and {@code exists} or {@code all} is its body as many
 * times as its list has elements.
 */
final class Cost {

  private static final int MATCH = 20;

  private final int iterations;

  private Cost(int iterations) {
    this.iterations = iterations;
  }

  /**
   * @param iterations assumed of a list whose length is not known before
   * @return never more than {@link Integer#MAX_VALUE}
   */
  static int of(CelExpr expression, int iterations) {
    return (int) Math.min(Integer.MAX_VALUE, new Cost(iterations).steps(expression));
  }

  private long steps(CelExpr expression) {
    return switch (expression.getKind()) {
      case SELECT -> 1 + steps(expression.select().operand());
      case CALL -> steps(expression.call());
      case LIST -> 1 + steps(expression.list().elements());
      case MAP ->
          1
              + expression.map().entries().stream()
                  .mapToLong(entry -> steps(entry.key()) + steps(entry.value()))
                  .sum();
      case COMPREHENSION -> steps(expression.comprehension());
      default -> 1;
    };
  }

  private long steps(CelCall call) {
    long operands = steps(call.args()) + call.target().map(this::steps).orElse(0L);
    return 1 + operands + (call.function().equals("matches") ? MATCH : 0);
  }

  private long steps(CelComprehension loop) {
    CelExpr range = loop.iterRange();
    long times = range.getKind() == Kind.LIST ? range.list().elements().size() : iterations;
    long body = steps(loop.loopCondition()) + steps(loop.loopStep());
    return steps(range) + steps(loop.accuInit()) + times * body + steps(loop.result());
  }

  private long steps(List<CelExpr> expressions) {
    return expressions.stream().mapToLong(this::steps).sum();
  }
}
