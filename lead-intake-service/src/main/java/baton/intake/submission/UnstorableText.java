package baton.intake.submission;

import baton.events.intake.LeadFacts;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Text that would get past the columns of this service and that no reader of its events could
 * store: a NUL character, or half of a surrogate pair.
 */
final class UnstorableText extends RuntimeException {

  private UnstorableText() {
    super("text that cannot be stored");
  }

  /** Throws if what is published of this person, or one of its answers, holds such text. */
  static void refuse(Person person) {
    LeadFacts facts = person.facts();
    boolean unstorable =
        Stream.of(
                facts.title(),
                facts.company(),
                facts.companyDomain(),
                facts.country(),
                facts.industry(),
                person.campaign())
            .filter(Objects::nonNull)
            .anyMatch(UnstorableText::isIn);
    if (unstorable || isIn(person.content().answers())) {
      throw new UnstorableText();
    }
  }

  /** The database would quote the answers in its error. */
  private static boolean isIn(Map<String, String> answers) {
    return answers != null
        && answers.entrySet().stream()
            .flatMap(answer -> Stream.of(answer.getKey(), answer.getValue()))
            .filter(Objects::nonNull)
            .anyMatch(UnstorableText::isIn);
  }

  private static boolean isIn(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
