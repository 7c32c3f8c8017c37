package baton.routing.rules;

import baton.conditions.Answer;
import baton.conditions.Compilation;
import baton.conditions.Condition;
import baton.conditions.Conditions;
import baton.conditions.Mistake;
import baton.conditions.Vocabulary;
import baton.routing.rules.domain.Judge;
import baton.routing.rules.domain.Verdict;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Conditions of routing rules, over lead, decision and account. Compiles each text once. */
@Singleton
public class RuleConditions implements Judge {

  /** What rules may ask about. */
  public static final Vocabulary VOCABULARY =
      Vocabulary.LEAD.and(Vocabulary.DECISION).and(Vocabulary.ACCOUNT);

  private static final int KEPT = 2_000;

  private final Conditions conditions = new Conditions(VOCABULARY);
  private final Map<String, Condition> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Condition> eldest) {
          return size() > KEPT;
        }
      };

  /** What is wrong with a condition; nothing if it can be used. */
  public List<Mistake> mistakes(String text) {
    return conditions.compile(text) instanceof Compilation.Refused refused
        ? refused.mistakes()
        : List.of();
  }

  @Override
  public Verdict judge(String text, Map<String, Object> attributes) {
    Answer answer = condition(text).ask(path -> valueOf(attributes.get(path)));
    return new Verdict(
        Verdict.Outcome.valueOf(answer.outcome().name()), answer.evidence(), why(answer));
  }

  private static String why(Answer answer) {
    return answer.failure().orElseGet(() -> "not known: " + missing(answer.evidence()));
  }

  private static String missing(SortedMap<String, String> evidence) {
    return evidence.entrySet().stream()
        .filter(read -> read.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  /** Whole numbers are read from JSON in whatever size fits. */
  private static Object valueOf(Object stored) {
    return stored instanceof Integer number ? Long.valueOf(number) : stored;
  }

  private Condition condition(String text) {
    synchronized (compiled) {
      return compiled.computeIfAbsent(text, this::compile);
    }
  }

  private Condition compile(String text) {
    if (conditions.compile(text) instanceof Compilation.Compiled done) {
      return done.condition();
    }
    throw new IllegalStateException("a stored condition does not compile any more");
  }
}
