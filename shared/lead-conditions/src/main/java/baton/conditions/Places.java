package baton.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/** Says where in its text a part of a condition stands. */
final class Places {

  private final CelAbstractSyntaxTree tree;

  Places(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  Mistake mistake(CelExpr part, String message, String suggestion) {
    CelSource source = tree.getSource();
    CelSourceLocation place =
        Optional.ofNullable(source.getPositionsMap().get(part.id()))
            .flatMap(source::getOffsetLocation)
            .orElse(CelSourceLocation.of(1, 0));
    return new Mistake(place.getLine(), place.getColumn() + 1, message, suggestion);
  }
}
