package baton.intake.submission;

import baton.eventlog.Failures;
import baton.events.intake.LeadFacts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Text that would get past the columns of this service and that no reader of its events could
 * store: a NUL character, or half of a surrogate pair.
 */
public final class UnstorableText extends RuntimeException {

  /** PostgreSQL's class of errors in data, such as text that it does not take. */
  private static final String DATA_EXCEPTION = "22";

  private UnstorableText() {
    super("text that cannot be stored");
  }

  /** Whether something failed because it holds text that cannot be stored. */
  public static boolean isCauseOf(Throwable failure) {
    if (Failures.isTransient(failure)) {
      return false;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnstorableText || isDataException(t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDataException(Throwable failure) {
    return failure instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith(DATA_EXCEPTION);
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
    boolean inKeys = person.keys().all().stream().anyMatch(key -> isIn(key.value()));
    if (unstorable
        || inKeys
        || isIn(person.content().answers())
        || isIn(person.content().consents())) {
      throw new UnstorableText();
    }
  }

  /** Whether anything that is stored or published of this person could not be stored as it is. */
  static boolean isIn(Person person) {
    Content content = person.content();
    try {
      refuse(person);
    } catch (UnstorableText e) {
      return true;
    }
    return Stream.of(
            content.email(),
            content.phone(),
            content.givenName(),
            content.familyName(),
            content.fullName(),
            content.title(),
            content.company(),
            content.notes())
        .filter(Objects::nonNull)
        .anyMatch(UnstorableText::isIn);
  }

  /** The database would quote the answers in its error. */
  private static boolean isIn(Map<String, String> answers) {
    return answers != null
        && answers.entrySet().stream()
            .flatMap(answer -> Stream.of(answer.getKey(), answer.getValue()))
            .filter(Objects::nonNull)
            .anyMatch(UnstorableText::isIn);
  }

  /** Whether this could not be stored as it is. */
  public static boolean isIn(List<Consent> consents) {
    return consents.stream()
        .flatMap(consent -> Stream.of(consent.purpose(), consent.wording(), consent.mechanism()))
        .filter(Objects::nonNull)
        .anyMatch(UnstorableText::isIn);
  }

  private static boolean isIn(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
