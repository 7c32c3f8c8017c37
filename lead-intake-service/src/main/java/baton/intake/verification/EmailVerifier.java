package baton.intake.verification;

import baton.events.intake.EmailFacts;
import baton.events.intake.EmailFacts.Kind;
import baton.events.intake.EmailFacts.Status;
import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Judges an e-mail address by its form and its domain. Sends nothing, asks no server: what it calls
 * valid may still bounce.
 */
@Singleton
public class EmailVerifier {

  /** RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them for its angle brackets. */
  private static final int LONGEST = 254;

  /**
   * What stands in an address only within quotes or comments, or is escaped. Such addresses are
   * possible; who enters one in a form has made a slip.
   */
  private static final Pattern UNUSUAL = Pattern.compile("[\\s\\p{Cntrl}\"(),:;<>\\\\\\[\\]]");

  private final EmailValidator validator =
      JMail.strictValidator().requireTopLevelDomain().disallowIpDomain();
  private final Supplier<MailLists> lists;

  @Inject
  EmailVerifier(LoadedMailLists lists) {
    this((Supplier<MailLists>) lists);
  }

  /**
   * @param lists by which addresses are told apart, as they are whenever one is
   */
  public EmailVerifier(Supplier<MailLists> lists) {
    this.lists = lists;
  }

  /**
   * What is to be known of an address.
   *
   * @param normalised the address in the form in which it is compared: trimmed, lower case, domain
   *     in ASCII; null if the address is not valid
   * @param companyDomain domain of the organisation behind it, or null
   */
  public record Verified(EmailFacts facts, String normalised, String companyDomain) {}

  private static final Verified INVALID =
      new Verified(new EmailFacts(Kind.NONE, Status.INVALID), null, null);

  /** Verifies an address as a sender gave it; null and blank count as missing. */
  public Verified verify(String given) {
    if (given == null || given.isBlank()) {
      return new Verified(new EmailFacts(Kind.NONE, Status.MISSING), null, null);
    }
    String address = given.strip();
    if (address.length() > LONGEST || UNUSUAL.matcher(address).find()) {
      return INVALID;
    }
    return validator
        .tryParse(address)
        .map(this::classify)
        .filter(verified -> verified.normalised().length() <= LONGEST)
        .orElse(INVALID);
  }

  private Verified classify(Email email) {
    String domain = ascii(email.domainWithoutComments());
    String local = email.localPartWithoutComments().toLowerCase(Locale.ROOT);
    Kind kind = kindOf(local, domain);
    boolean organisation = kind == Kind.COMPANY || kind == Kind.ROLE;
    return new Verified(
        new EmailFacts(kind, Status.VALID), local + "@" + domain, organisation ? domain : null);
  }

  private Kind kindOf(String local, String domain) {
    MailLists known = lists.get();
    if (known.hasAbove(MailList.DISPOSABLE, domain)) {
      return Kind.DISPOSABLE;
    }
    if (known.has(MailList.FREE_MAIL, domain)) {
      return Kind.FREE_MAIL;
    }
    return known.has(MailList.ROLE, local) ? Kind.ROLE : Kind.COMPANY;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain.toLowerCase(Locale.ROOT);
    }
  }
}
