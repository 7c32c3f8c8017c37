package baton.intake.verification;

import baton.events.intake.PhoneFacts;
import baton.events.intake.PhoneFacts.Status;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.inject.Singleton;

/** Judges a phone number by the numbering plan of its country. Calls nobody. */
@Singleton
public class PhoneVerifier {

  /** No numbering plan has longer numbers, whatever is written around them. */
  private static final int LONGEST = 60;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /**
   * What is to be known of a number.
   *
   * @param e164 the number in the form in which it is compared, for example {@code +4930123456};
   *     null if it is not valid
   */
  public record Verified(PhoneFacts facts, String e164) {}

  /**
   * Verifies a number as a sender gave it; null and blank count as missing.
   *
   * @param country ISO 3166-1 alpha-2 of the country in which a number without a prefix is meant,
   *     or null
   */
  public Verified verify(String given, String country) {
    if (given == null || given.isBlank()) {
      return new Verified(new PhoneFacts(Status.MISSING, null), null);
    }
    if (given.length() > LONGEST) {
      return new Verified(new PhoneFacts(Status.INVALID, null), null);
    }
    boolean international = given.strip().startsWith("+");
    if (!international && (country == null || !plans.getSupportedRegions().contains(country))) {
      return new Verified(new PhoneFacts(Status.UNKNOWN_COUNTRY, null), null);
    }
    try {
      PhoneNumber number = plans.parse(given, country);
      String region = plans.getRegionCodeForNumber(number);
      if (!plans.isValidNumber(number)) {
        return new Verified(new PhoneFacts(Status.INVALID, region), null);
      }
      return new Verified(
          new PhoneFacts(statusOf(number), region), plans.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      return new Verified(new PhoneFacts(Status.INVALID, null), null);
    }
  }

  private Status statusOf(PhoneNumber number) {
    return switch (plans.getNumberType(number)) {
      case MOBILE -> Status.VALID_MOBILE;
      case FIXED_LINE -> Status.VALID_FIXED_LINE;
      default -> Status.VALID_OTHER;
    };
  }
}
