package baton.conditions;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/**
 * {@code has(lead.title)}: whether an attribute is known at all. The only question about something
 * missing that has an answer. It becomes a variable of its own, whose name nobody can write.
 */
final class KnownMacro {

  private static final String PREFIX = "@known.";

  private KnownMacro() {}

  static CelMacro over(Vocabulary vocabulary) {
    return CelMacro.newGlobalMacro(
        "has",
        1,
        (factory, target, arguments) -> Optional.of(expand(vocabulary, factory, arguments.get(0))));
  }

  /** The variable that says whether this attribute is known. */
  static String variable(Attribute attribute) {
    return PREFIX + attribute.path();
  }

  /** The path of the attribute that a variable of this name asks for, or empty if it is no such. */
  static Optional<String> attributeAskedBy(String variable) {
    return variable.startsWith(PREFIX)
        ? Optional.of(variable.substring(PREFIX.length()))
        : Optional.empty();
  }

  private static CelExpr expand(
      Vocabulary vocabulary, CelMacroExprFactory factory, CelExpr argument) {
    String path = path(argument);
    return vocabulary
        .find(path)
        .map(attribute -> factory.newIdentifier(variable(attribute)))
        .orElseGet(
            () ->
                factory.reportError(
                    CelIssue.formatError(
                        argument.id(),
                        factory.getSourceLocation(argument),
                        path.isEmpty()
                            ? "has() asks about an attribute"
                            : "there is no attribute " + path)));
  }

  private static String path(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> expression.ident().name();
      case SELECT -> {
        String operand = path(expression.select().operand());
        yield operand.isEmpty() ? "" : operand + "." + expression.select().field();
      }
      default -> "";
    };
  }
}
