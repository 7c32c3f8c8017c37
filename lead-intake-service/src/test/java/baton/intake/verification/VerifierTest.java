package baton.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.intake.EmailFacts;
import baton.events.intake.PhoneFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {

  private final EmailVerifier emails = new EmailVerifier(() -> MailLists.BUILT_IN);
  private final PhoneVerifier phones = new PhoneVerifier();

  @ParameterizedTest
  @CsvSource({
    "jo@example.com, COMPANY, VALID, example.com",
    "' Jo@Example.COM ', COMPANY, VALID, example.com",
    "info@example.com, ROLE, VALID, example.com",
    "jo@gmail.com, FREE_MAIL, VALID, ",
    "jo@mailinator.com, DISPOSABLE, VALID, ",
    "jo@eu.mailinator.com, DISPOSABLE, VALID, ",
    "jo@notmailinator.com, COMPANY, VALID, notmailinator.com",
    "jo@bücher.example, COMPANY, VALID, xn--bcher-kva.example",
    "jo@localhost, NONE, INVALID, ",
    "not an address, NONE, INVALID, ",
    "jo@@example.com, NONE, INVALID, ",
    "'', NONE, MISSING, ",
    ", NONE, MISSING, "
  })
  void anAddressIsToldByItsFormAndItsDomain(
      String given, EmailFacts.Kind kind, EmailFacts.Status status, String companyDomain) {
    EmailVerifier.Verified verified = emails.verify(given);
    assertThat(verified.facts()).isEqualTo(new EmailFacts(kind, status));
    assertThat(verified.companyDomain()).isEqualTo(companyDomain);
    assertThat(verified.normalised() == null).isEqualTo(status != EmailFacts.Status.VALID);
  }

  @Test
  void addressesAreComparedInOneForm() {
    assertThat(emails.verify(" JO@Example.com").normalised()).isEqualTo("jo@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "+49 151 23456789, , VALID_MOBILE, DE, +4915123456789",
    "030 5550123, DE, VALID_FIXED_LINE, DE, +49305550123",
    "(201) 555-0123, US, VALID_OTHER, US, +12015550123",
    "030 5550123, , UNKNOWN_COUNTRY, , ",
    "030 5550123, XX, UNKNOWN_COUNTRY, , ",
    "+49 1, , INVALID, , ",
    "call me, DE, INVALID, , ",
    "anonymous, DE, INVALID, , ",
    "'', DE, MISSING, , "
  })
  void aNumberIsToldByThePlanOfItsCountry(
      String given, String country, PhoneFacts.Status status, String region, String e164) {
    PhoneVerifier.Verified verified = phones.verify(given, country);
    assertThat(verified.facts()).isEqualTo(new PhoneFacts(status, region));
    assertThat(verified.e164()).isEqualTo(e164);
  }

  @Test
  void anEndlessNumberIsRefusedWithoutReadingIt() {
    assertThat(phones.verify("1".repeat(100_000), "DE").facts().status())
        .isEqualTo(PhoneFacts.Status.INVALID);
  }
}
