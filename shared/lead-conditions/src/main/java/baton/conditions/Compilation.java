package baton.conditions;

import java.util.List;

/** What came of compiling a text. */
public sealed interface Compilation {

  /** It is a condition. */
  record Compiled(Condition condition) implements Compilation {}

  /** It is none. */
  record Refused(List<Mistake> mistakes) implements Compilation {

    /** At least one, in the order of the text. */
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }
}
