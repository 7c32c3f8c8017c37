package baton.qualification.criteria;

import baton.conditions.Condition;
import baton.conditions.Vocabulary;
import baton.qualification.decision.domain.Outcome;
import baton.qualification.decision.domain.Question;
import java.util.function.Function;

/** A condition in CEL, as the decision asks it. */
record ConditionQuestion(Condition condition, Vocabulary vocabulary) implements Question {

  @Override
  public Answer ask(Function<String, String> known) {
    baton.conditions.Answer answer = condition.ask(path -> typed(path, known.apply(path)));
    return new Answer(
        Outcome.valueOf(answer.outcome().name()), answer.evidence(), answer.failure());
  }

  /** Facts are texts; conditions reckon with numbers. */
  private Object typed(String path, String text) {
    if (text == null) {
      return null;
    }
    return switch (vocabulary.find(path).orElseThrow().type()) {
      case TEXT -> text;
      case NUMBER -> Long.valueOf(text);
      case TRUTH -> Boolean.valueOf(text);
    };
  }
}
