package baton.intake.importing;

import baton.intake.submission.LeadField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a list means.
 *
 * @param column its name in the header
 * @param field of FIELD, which one; otherwise null
 * @param purpose of CONSENT, what for; otherwise null
 */
public record Column(String column, Use use, LeadField field, String purpose) {

  private static final Pattern CONSENT =
      Pattern.compile(".*(optin|consent|optedin|permission|subscribed).*");

  /** What its cells are for. */
  public enum Use {
    /** A field of the lead. */
    FIELD,
    /** Whether somebody may be contacted. */
    CONSENT,
    /** Kept with the lead, under the name of the column. */
    ANSWER,
    /** Kept nowhere. */
    IGNORE
  }

  /** What a column of this name most likely means; what is not known is kept as an answer. */
  static Column suggested(String name) {
    Optional<LeadField> field = LeadField.called(name);
    if (field.isPresent()) {
      return new Column(name, Use.FIELD, field.get(), null);
    }
    return CONSENT.matcher(LeadField.plain(name)).matches()
        ? new Column(name, Use.CONSENT, null, name.toLowerCase(Locale.ROOT))
        : new Column(name, Use.ANSWER, null, null);
  }
}
