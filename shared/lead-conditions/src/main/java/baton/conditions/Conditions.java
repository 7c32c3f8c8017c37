package baton.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;

/**
 * Compiles conditions over the attributes of one vocabulary. Beside the operators of CEL they have
 * {@code has}, {@code exists} and {@code all}, and for texts {@code contains}, {@code startsWith},
 * {@code endsWith}, {@code matches} (RE2), {@code size}, {@code lowerAscii}, {@code upperAscii} and
 * {@code trim}. There is neither time nor chance in them. Safe to use from several threads.
 */
public final class Conditions {

  private static final CelStringExtensions TEXTS =
      CelExtensions.strings(Function.LOWER_ASCII, Function.UPPER_ASCII, Function.TRIM);

  private final Limits limits;
  private final Rules rules;
  private final MistakeWords words;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  public Conditions(Vocabulary vocabulary, Limits limits) {
    this.limits = limits;
    this.rules = new Rules(vocabulary, limits);
    this.words = new MistakeWords(vocabulary);
    CelOptions options = options(limits);
    this.compiler = compiler(vocabulary, options);
    this.runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(options)
            .addLibraries(TEXTS)
            .build();
  }

  /** With the limits that do for what people write. */
  public Conditions(Vocabulary vocabulary) {
    this(vocabulary, Limits.DEFAULT);
  }

  private static CelOptions options(Limits limits) {
    return CelOptions.current()
        .enableUnknownTracking(true)
        .enableHeterogeneousNumericComparisons(true)
        .maxExpressionCodePointSize(limits.length())
        .maxParseRecursionDepth(limits.depth())
        .maxParseExpressionNodeCount(limits.parts())
        .comprehensionMaxIterations(limits.iterations())
        .maxRegexProgramSize(limits.regexSize())
        .build();
  }

  private static CelCompiler compiler(Vocabulary vocabulary, CelOptions options) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS)
            .addMacros(KnownMacro.over(vocabulary))
            .addLibraries(TEXTS);
    for (Attribute attribute : vocabulary.attributes()) {
      builder.addVar(attribute.path(), type(attribute));
      builder.addVar(KnownMacro.variable(attribute), SimpleType.BOOL);
    }
    return builder.build();
  }

  private static CelType type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> SimpleType.STRING;
      case NUMBER -> SimpleType.INT;
      case TRUTH -> SimpleType.BOOL;
    };
  }

  /** Makes a condition of a text, or says what is wrong with it. */
  public Compilation compile(String text) {
    int length = text.codePointCount(0, text.length());
    if (length > limits.length()) {
      return refused(
          new Mistake(
              1,
              1,
              "is %d characters long, at most %d are allowed".formatted(length, limits.length()),
              ""));
    }
    if (text.isBlank()) {
      return refused(new Mistake(1, 1, "is empty", "write true if it is always to be met"));
    }
    try {
      CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
      List<Mistake> broken = rules.brokenBy(tree);
      return broken.isEmpty()
          ? new Compilation.Compiled(new Condition(text, runtime.createProgram(tree)))
          : new Compilation.Refused(broken);
    } catch (CelValidationException e) {
      return new Compilation.Refused(words.of(text, e.getErrors()));
    } catch (CelEvaluationException e) {
      return refused(new Mistake(1, 1, "cannot be evaluated", ""));
    }
  }

  private static Compilation refused(Mistake mistake) {
    return new Compilation.Refused(List.of(mistake));
  }
}
