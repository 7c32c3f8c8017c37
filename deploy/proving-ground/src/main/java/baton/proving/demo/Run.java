package baton.proving.demo;

import java.time.Instant;
import java.util.Locale;

/**
 * One time that the day is played. The same people come again as new leads: addresses and phone
 * numbers carry the run.
 */
record Run(Instant start) {

  private static final int TEN_SECONDS = 10;
  private static final int NUMBERS = 10_000;
  private static final int BASE_36 = 36;

  /** A word that no other run has. */
  String id() {
    return Long.toString(start.getEpochSecond(), BASE_36);
  }

  /** With underscores, which the provider of private mailboxes gives out to nobody. */
  String email(Prospect who) {
    return (who.givenName() + "_" + who.familyName() + "_" + who.number() + "_" + id())
            .toLowerCase(Locale.ROOT)
        + "@"
        + mailboxes(who);
  }

  /** A number that can be dialled in the country, and that no other person of the day has. */
  String phone(Prospect who) {
    long run = start.getEpochSecond() / TEN_SECONDS % NUMBERS;
    String digits = "%03d%04d".formatted(who.number(), run);
    return switch (who.company().country()) {
      case "US", "CA" -> "+1 %s 2%s".formatted(area(digits.charAt(0)), digits.substring(1));
      case "SG" -> "+65 9" + digits;
      case "GB", "IE" -> "+44 20 7" + digits;
      default -> "+49 30 2" + digits;
    };
  }

  private static String mailboxes(Prospect who) {
    return switch (who.looks()) {
      case BUYER, SPECIALIST, SMALL -> who.company().domain();
      case PRIVATE -> "gmail.com";
      case THROW_AWAY -> "mailinator.com";
    };
  }

  private static String area(char digit) {
    return new String[] {"212", "312", "415", "617", "206", "303", "404", "512", "602", "713"}
        [digit - '0'];
  }
}
