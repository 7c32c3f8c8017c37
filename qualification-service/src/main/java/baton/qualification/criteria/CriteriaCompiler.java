package baton.qualification.criteria;

import baton.conditions.Compilation;
import baton.conditions.Condition;
import baton.conditions.Conditions;
import baton.conditions.Mistake;
import baton.conditions.Vocabulary;
import baton.eventlog.EventLog;
import baton.qualification.criteria.CriteriaDefinition.AskedCriterion;
import baton.qualification.criteria.CriteriaDefinition.AskedEngagement;
import baton.qualification.criteria.CriteriaDefinition.AskedKind;
import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Criterion;
import baton.qualification.decision.domain.EngagementRule;
import baton.qualification.decision.domain.HalfLife;
import baton.qualification.decision.domain.Kind;
import baton.qualification.decision.domain.Question;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes criteria that can decide of what people wrote, or says what is wrong with it, and where.
 */
@Singleton
public class CriteriaCompiler {

  /** What conditions over a lead may ask about. */
  public static final Vocabulary LEAD = Vocabulary.LEAD;

  /** What conditions over a touchpoint may ask about. */
  public static final Vocabulary TOUCHPOINT = Vocabulary.TOUCHPOINT;

  private final Conditions aboutLeads = new Conditions(LEAD);
  private final Conditions aboutTouchpoints = new Conditions(TOUCHPOINT);

  /**
   * Something that is wrong.
   *
   * @param pointer JSON pointer (RFC 6901) into the definition
   */
  public record Fault(String pointer, String detail) {}

  /** Everything that is wrong with a definition; nothing if it can decide. */
  public List<Fault> faults(CriteriaDefinition definition) {
    List<Fault> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < definition.criteria().size(); i++) {
      check(definition.criteria().get(i), "/criteria/" + i, ids, faults);
    }
    for (int i = 0; i < definition.engagement().size(); i++) {
      check(definition.engagement().get(i), "/engagement/" + i, ids, faults);
    }
    if (definition.gradeB() < definition.threshold()) {
      faults.add(new Fault("/gradeB", "must not be less than threshold"));
    }
    if (definition.gradeA() < definition.gradeB()) {
      faults.add(new Fault("/gradeA", "must not be less than gradeB"));
    }
    int most = most(definition);
    if (most < definition.threshold()) {
      faults.add(
          new Fault(
              "/threshold", "nobody could qualify: there are %d points at most".formatted(most)));
    }
    long largest = LargestReceipt.bytes(definition, LEAD);
    if (largest > EventLog.MAX_PAYLOAD) {
      faults.add(
          new Fault(
              "/criteria",
              ("a decision could have %,d bytes, and %,d fit: fewer criteria, less text, or fewer"
                      + " attributes in each")
                  .formatted(largest, EventLog.MAX_PAYLOAD)));
    }
    return faults;
  }

  private void check(
      AskedCriterion criterion, String pointer, Set<String> ids, List<Fault> faults) {
    checkId(criterion.id(), pointer, ids, faults);
    boolean weighted = criterion.kind() == AskedKind.WEIGHTED;
    if (weighted && (criterion.points() == null || criterion.points() == 0)) {
      faults.add(new Fault(pointer + "/points", "a weighted criterion has points other than 0"));
    } else if (!weighted && criterion.points() != null && criterion.points() != 0) {
      faults.add(new Fault(pointer + "/points", "only a weighted criterion has points"));
    }
    checkCondition(aboutLeads, criterion.when(), pointer, faults);
  }

  private void check(AskedEngagement rule, String pointer, Set<String> ids, List<Fault> faults) {
    checkId(rule.id(), pointer, ids, faults);
    if (rule.cap() < rule.points()) {
      faults.add(new Fault(pointer + "/cap", "must not be less than points"));
    }
    checkCondition(aboutTouchpoints, rule.when(), pointer, faults);
  }

  private static void checkId(String id, String pointer, Set<String> ids, List<Fault> faults) {
    if (!ids.add(id)) {
      faults.add(new Fault(pointer + "/id", "occurs twice"));
    }
  }

  private static void checkCondition(
      Conditions conditions, String text, String pointer, List<Fault> faults) {
    if (conditions.compile(text) instanceof Compilation.Refused refused) {
      for (Mistake mistake : refused.mistakes()) {
        faults.add(new Fault(pointer + "/when", mistake.sentence()));
      }
    }
  }

  private static int most(CriteriaDefinition definition) {
    int weights =
        definition.criteria().stream()
            .filter(c -> c.points() != null)
            .mapToInt(c -> Math.max(0, c.points()))
            .sum();
    return weights + definition.engagement().stream().mapToInt(AskedEngagement::cap).sum();
  }

  /**
   * The criteria of a version that was saved.
   *
   * @throws IllegalStateException if a condition that was good once does not compile any more
   */
  public CriteriaSet compile(CriteriaVersion saved) {
    CriteriaDefinition definition = saved.definition();
    return new CriteriaSet(
        saved.id(),
        saved.version(),
        definition.threshold(),
        definition.gradeB(),
        definition.gradeA(),
        definition.criteria().stream().map(c -> criterion(saved, c)).toList(),
        definition.engagement().stream().map(rule -> engagement(saved, rule)).toList());
  }

  private Criterion criterion(CriteriaVersion saved, AskedCriterion asked) {
    return new Criterion(
        asked.id(),
        saved.itemVersions().get(asked.id()),
        Kind.valueOf(asked.kind().name()),
        asked.expected(),
        asked.points() == null ? 0 : asked.points(),
        question(aboutLeads, LEAD, asked.when()));
  }

  private EngagementRule engagement(CriteriaVersion saved, AskedEngagement asked) {
    return new EngagementRule(
        asked.id(),
        saved.itemVersions().get(asked.id()),
        asked.expected(),
        asked.points(),
        asked.cap(),
        asked.halfLifeDays() == null ? null : new HalfLife(asked.halfLifeDays()),
        question(aboutTouchpoints, TOUCHPOINT, asked.when()));
  }

  private static Question question(Conditions conditions, Vocabulary vocabulary, String text) {
    if (conditions.compile(text) instanceof Compilation.Compiled compiled) {
      Condition condition = compiled.condition();
      return new ConditionQuestion(condition, vocabulary);
    }
    throw new IllegalStateException("a condition that was saved does not compile any more");
  }
}
