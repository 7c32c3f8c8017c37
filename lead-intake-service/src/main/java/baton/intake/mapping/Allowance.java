package baton.intake.mapping;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/**
 * How much an expression may make in one evaluation. Bodies have a million characters at most, of
 * which an expression could make texts and lists of any length, again and again.
 */
final class Allowance implements CelEvaluationListener {

  /** Characters and elements that operators and functions may make on the way. */
  private static final int ON_THE_WAY = 2_000_000;

  /** Characters of what comes out, where each element, member and value counts for four. */
  private static final int RESULT = 4_000_000;

  private static final int VALUE = 4;

  private long made;

  /** It makes more than it may. */
  static final class Exceeded extends RuntimeException {
    private Exceeded() {
      super(null, null, false, false);
    }
  }

  @Override
  public void callback(CelExpr expression, Object value) {
    if (expression.getKind() == Kind.CALL) {
      made += length(value);
      if (isExceeded()) {
        throw new Exceeded();
      }
    }
  }

  /** Whether more was made than may be on the way, which CEL may have taken for another error. */
  boolean isExceeded() {
    return made > ON_THE_WAY;
  }

  private static int length(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    if (value instanceof CelByteString bytes) {
      return bytes.size();
    }
    return value instanceof Collection<?> list ? list.size() : 0;
  }

  /**
   * Lets a result pass that is not too large to be written out. Its parts may be the same thing
   * many times over.
   */
  static Object passed(Object result) {
    count(result, 0);
    return result;
  }

  private static long count(Object value, long before) {
    long all = before + VALUE + (value instanceof Collection<?> ? 0 : length(value));
    if (all > RESULT) {
      throw new Exceeded();
    }
    if (value instanceof Collection<?> list) {
      for (Object element : list) {
        all = count(element, all);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> member : map.entrySet()) {
        all = count(member.getValue(), count(member.getKey(), all));
      }
    }
    return all;
  }
}
