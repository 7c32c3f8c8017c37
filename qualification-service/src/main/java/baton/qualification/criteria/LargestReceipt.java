package baton.qualification.criteria;

import baton.conditions.Attribute;
import baton.conditions.Vocabulary;
import baton.qualification.criteria.CriteriaDefinition.AskedCriterion;
import baton.qualification.criteria.CriteriaDefinition.AskedEngagement;
import java.nio.charset.StandardCharsets;

/**
 * How large a decision by a set of criteria can become, in bytes, whatever the lead says: what is
 * expected and what is observed stand in the receipt twice, on their own and in the sentence.
 */
final class LargestReceipt {

  /** A decision without any criterion, with all facts of the lead. */
  private static final int REST = 16_384;

  /** Names of members, outcome, points, and the id that stands in the summary, too. */
  private static final int PER_CRITERION = 512;

  /** What is counted of touchpoints. */
  private static final int PER_ENGAGEMENT = 1024;

  /** The longest text that is known of a lead: 300 characters of three bytes. */
  private static final int LONGEST_TEXT = 900;

  private static final int LONGEST_OTHER = 40;

  private LargestReceipt() {}

  static long bytes(CriteriaDefinition definition, Vocabulary vocabulary) {
    long bytes = REST;
    for (AskedCriterion criterion : definition.criteria()) {
      bytes += PER_CRITERION + 2 * bytes(criterion.expected());
      for (Attribute attribute : vocabulary.attributes()) {
        if (criterion.when().contains(attribute.path())) {
          bytes += 2L * (attribute.path().length() + longest(attribute));
        }
      }
    }
    for (AskedEngagement rule : definition.engagement()) {
      bytes += PER_ENGAGEMENT + 2 * bytes(rule.expected());
    }
    return bytes;
  }

  private static long longest(Attribute attribute) {
    boolean free = attribute.type() == Attribute.Type.TEXT && attribute.values().isEmpty();
    return free ? LONGEST_TEXT : LONGEST_OTHER;
  }

  /** As JSON has it. */
  private static long bytes(String text) {
    long escaped = text.chars().filter(c -> c == '"' || c == '\\').count();
    return text.getBytes(StandardCharsets.UTF_8).length + escaped;
  }
}
