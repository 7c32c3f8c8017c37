package baton.intake.verification;

import baton.events.intake.EmailFacts;
import baton.events.intake.EmailFacts.Kind;
import baton.events.intake.EmailFacts.Status;
import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges an e-mail address by its form and its domain. Sends nothing, asks no server: what it calls
 * valid may still bounce.
 */
@Singleton
public class EmailVerifier {

  private final EmailValidator validator =
      JMail.strictValidator()
          .requireTopLevelDomain()
          .disallowIpDomain()
          .disallowQuotedIdentifiers();
  private final Set<String> freeMail = list("free-mail-domains.txt");
  private final Set<String> disposable = list("disposable-domains.txt");
  private final Set<String> roles = list("role-names.txt");

  /**
   * What is to be known of an address.
   *
   * @param normalised the address in the form in which it is compared: trimmed, lower case, domain
   *     in ASCII; null if the address is not valid
   * @param companyDomain domain of the organisation behind it, or null
   */
  public record Verified(EmailFacts facts, String normalised, String companyDomain) {}

  /** Verifies an address as a sender gave it; null and blank count as missing. */
  public Verified verify(String given) {
    if (given == null || given.isBlank()) {
      return new Verified(new EmailFacts(Kind.NONE, Status.MISSING), null, null);
    }
    return validator
        .tryParse(given.strip())
        .map(this::classify)
        .orElseGet(() -> new Verified(new EmailFacts(Kind.NONE, Status.INVALID), null, null));
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
    if (listed(disposable, domain)) {
      return Kind.DISPOSABLE;
    }
    if (freeMail.contains(domain)) {
      return Kind.FREE_MAIL;
    }
    return roles.contains(local) ? Kind.ROLE : Kind.COMPANY;
  }

  /** Throw-away providers hand out subdomains, too. */
  private static boolean listed(Set<String> domains, String domain) {
    for (String d = domain; d.contains("."); d = d.substring(d.indexOf('.') + 1)) {
      if (domains.contains(d)) {
        return true;
      }
    }
    return false;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain.toLowerCase(Locale.ROOT);
    }
  }

  private static Set<String> list(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EmailVerifier.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
