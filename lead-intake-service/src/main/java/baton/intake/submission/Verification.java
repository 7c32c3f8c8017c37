package baton.intake.submission;

import baton.events.intake.EmailFacts;
import baton.events.intake.LeadFacts;
import baton.events.intake.QuarantineReason;
import baton.intake.sources.Source;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import baton.intake.verification.EmailVerifier;
import baton.intake.verification.PhoneVerifier;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what a sender wrote into a person who can be reached, or says why nobody can. */
@Singleton
public class Verification {

  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  private final EmailVerifier emails;
  private final PhoneVerifier phones;

  Verification(EmailVerifier emails, PhoneVerifier phones) {
    this.emails = emails;
    this.phones = phones;
  }

  /**
   * A mailbox of a function and a fixed line, which may be that of a switchboard, are shared. A
   * number of which its plan does not say whether it is mobile, as in North America, is in between.
   */
  private static Keys keys(
      EmailVerifier.Verified email,
      PhoneVerifier.Verified phone,
      String externalId,
      Source source) {
    List<MatchKey> telling = new ArrayList<>(3);
    List<MatchKey> open = new ArrayList<>(1);
    List<MatchKey> shared = new ArrayList<>(2);
    if (email.normalised() != null) {
      boolean isShared = email.facts().kind() == EmailFacts.Kind.ROLE;
      (isShared ? shared : telling).add(new MatchKey(MatchKey.Kind.EMAIL, email.normalised()));
    }
    if (phone.e164() != null) {
      MatchKey key = new MatchKey(MatchKey.Kind.PHONE, phone.e164());
      switch (phone.facts().status()) {
        case VALID_MOBILE -> telling.add(key);
        case VALID_FIXED_LINE -> shared.add(key);
        default -> open.add(key);
      }
    }
    if (externalId != null) {
      telling.add(MatchKey.external(source.id(), externalId));
    }
    return new Keys(telling, open, shared);
  }

  /** The domain in lower case, or null if it is none: what is published must not be free text. */
  private static String domain(String given) {
    String domain = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    return DOMAIN.matcher(domain).matches() ? domain : null;
  }

  /** What this content amounts to, coming from this source. */
  public Reading read(Content content, Source source) {
    return read(content, source, source.campaign());
  }

  /**
   * What this content amounts to, coming from this source.
   *
   * @param credited the campaign where it names none, or null
   */
  public Reading read(Content content, Source source, String credited) {
    String campaign = content.campaign() == null ? credited : content.campaign();
    EmailVerifier.Verified email = emails.verify(content.email());
    PhoneVerifier.Verified phone =
        phones.verify(
            content.phone(), content.country() == null ? source.country() : content.country());
    if (email.normalised() == null && phone.e164() == null) {
      return new Reading.Unusable(campaign, QuarantineReason.NO_CONTACT);
    }
    Keys keys = keys(email, phone, content.externalId(), source);
    String companyDomain = domain(content.companyDomain());
    if (companyDomain == null) {
      companyDomain = email.companyDomain();
    }
    LeadFacts facts =
        new LeadFacts(
            content.title(),
            content.company(),
            companyDomain,
            content.country() == null ? phone.facts().country() : content.country(),
            content.industry(),
            content.employees(),
            email.facts(),
            phone.facts());
    String dialled = phone.e164() == null ? content.phone() : phone.e164();
    return new Reading.Usable(new Person(content, dialled, keys, facts, campaign));
  }
}
