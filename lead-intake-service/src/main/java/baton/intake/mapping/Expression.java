package baton.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression over a part of a body, compiled. It has the operators and macros of CEL, and for
 * texts {@code lowerAscii}, {@code upperAscii}, {@code trim}, {@code split} and {@code substring}.
 * It is limited in length, depth, parts, loops within loops, iterations and what it {@linkplain
 * Allowance makes}, since CEL has no limits of its own. Immutable, safe to use from several
 * threads.
 */
final class Expression {

  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 24;
  private static final int MOST_PARTS = 300;
  private static final int MOST_ITERATIONS = 1_000;

  /** With each the same element can stand in what is compared ever so many times more. */
  private static final int MOST_LOOPS_IN_LOOPS = 3;

  private static final int LARGEST_REGEX = 300;
  private static final String TOO_MUCH = "makes more of this than allowed";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxParseExpressionNodeCount(MOST_PARTS)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxRegexProgramSize(LARGEST_REGEX)
          .build();
  private static final CelStringExtensions TEXTS =
      CelExtensions.strings(
          Function.LOWER_ASCII,
          Function.UPPER_ASCII,
          Function.TRIM,
          Function.SPLIT,
          Function.SUBSTRING);
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).addLibraries(TEXTS).build();

  private final String variable;
  private final CelRuntime.Program program;

  private Expression(String variable, CelRuntime.Program program) {
    this.variable = variable;
    this.program = program;
  }

  /** It is refused, or could not be evaluated, for a reason in words. */
  static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Compiles an expression.
   *
   * @param variable by which it names what it is over
   */
  static Expression of(String variable, String text) throws Unusable {
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(TEXTS)
            .addVar(variable, SimpleType.DYN)
            .build();
    try {
      CelAbstractSyntaxTree compiled = compiler.compile(text).getAst();
      if (loopsInLoops(compiled) > MOST_LOOPS_IN_LOOPS) {
        throw new Unusable(
            "goes through lists within lists, more than %d deep".formatted(MOST_LOOPS_IN_LOOPS));
      }
      return new Expression(variable, RUNTIME.createProgram(compiled));
    } catch (CelValidationException e) {
      throw new Unusable(
          e.getErrors().stream()
              .findFirst()
              .map(
                  issue ->
                      "line %d, column %d: %s"
                          .formatted(
                              issue.getSourceLocation().getLine(),
                              issue.getSourceLocation().getColumn() + 1,
                              issue.getMessage()))
              .orElse("is no expression"));
    } catch (CelEvaluationException e) {
      throw new Unusable("cannot be evaluated");
    }
  }

  /**
   * What it is of this part of a body: a text, a number, a truth value, a list or a map; JSON's
   * null is null.
   *
   * @throws Unusable if it cannot be told, for example because something that it names is missing;
   *     the reason quotes nothing of the body
   */
  Object of(JsonNode part) throws Unusable {
    Allowance allowance = new Allowance();
    try {
      Map<String, Object> over = Map.of(variable, Values.of(part));
      return Allowance.passed(Values.unwrapped(program.trace(over, allowance)));
    } catch (Allowance.Exceeded e) {
      throw new Unusable(TOO_MUCH);
    } catch (CelEvaluationException e) {
      throw new Unusable(allowance.isExceeded() ? TOO_MUCH : words(e.getErrorCode()));
    } catch (ArithmeticException | IllegalArgumentException | ClassCastException e) {
      // What the library lets through.
      throw new Unusable("cannot be evaluated over this");
    }
  }

  /** How many loops the innermost one is in, itself counted; a loop over what one made is in it. */
  private static long loopsInLoops(CelAbstractSyntaxTree compiled) {
    return CelNavigableAst.fromAst(compiled)
        .getRoot()
        .allNodes()
        .filter(Expression::isLoop)
        .mapToLong(
            loop ->
                Stream.iterate(Optional.of(loop), Optional::isPresent, one -> one.get().parent())
                    .filter(one -> isLoop(one.get()))
                    .count())
        .max()
        .orElse(0);
  }

  private static boolean isLoop(CelNavigableExpr expression) {
    return expression.getKind() == Kind.COMPREHENSION;
  }

  private static String words(CelErrorCode code) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND, INDEX_OUT_OF_BOUNDS -> "there is no such member or element";
      case ITERATION_BUDGET_EXCEEDED -> "goes through more elements than allowed";
      case BAD_FORMAT -> "a text is not of the form that is asked for";
      default -> "cannot be evaluated over this";
    };
  }
}
