package baton.qualification.decision.domain;

import static baton.qualification.decision.domain.Attribute.EMAIL_KIND;
import static baton.qualification.decision.domain.Attribute.EMAIL_STATUS;
import static baton.qualification.decision.domain.Attribute.PHONE_COUNTRY;
import static baton.qualification.decision.domain.Attribute.PHONE_STATUS;
import static baton.qualification.decision.domain.Attribute.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Facts KNOWN =
      new Facts(
          Map.of(
              TITLE, "CFO",
              EMAIL_KIND, "COMPANY",
              EMAIL_STATUS, "VALID",
              PHONE_STATUS, "VALID_MOBILE",
              PHONE_COUNTRY, "DE"));

  @Test
  void aNewerFactReplacesAnOlderOne() {
    assertThat(KNOWN.with(new Facts(Map.of(TITLE, "CEO"))).get(TITLE)).contains("CEO");
  }

  @Test
  void whatIsAbsentOrBlankChangesNothing() {
    assertThat(KNOWN.with(Facts.NONE)).isEqualTo(KNOWN);
    assertThat(KNOWN.with(new Facts(Map.of(TITLE, " ")))).isEqualTo(KNOWN);
  }

  @Test
  void aPhoneNotGivenThisTimeIsNotLost() {
    assertThat(KNOWN.with(new Facts(Map.of(PHONE_STATUS, "MISSING")))).isEqualTo(KNOWN);
  }

  @Test
  void aNewPhoneReplacesTheOldOneAsAWhole() {
    Facts merged = KNOWN.with(new Facts(Map.of(PHONE_STATUS, "INVALID")));
    assertThat(merged.get(PHONE_STATUS)).contains("INVALID");
    assertThat(merged.get(PHONE_COUNTRY)).isEmpty();
  }

  @Test
  void anAddressNotGivenThisTimeIsNotLost() {
    Facts nothing = new Facts(Map.of(EMAIL_STATUS, "MISSING", EMAIL_KIND, "NONE"));
    assertThat(KNOWN.with(nothing)).isEqualTo(KNOWN);
    assertThat(Facts.NONE.with(nothing)).isEqualTo(nothing);
  }

  @Test
  void whatWentWithWhatAnotherSaidComesBackWhenThatIsGivenUp() {
    Facts own =
        new Facts(Map.of(Attribute.PHONE_STATUS, "VALID_MOBILE", Attribute.PHONE_COUNTRY, "DE"));
    Facts after = own.with(new Facts(Map.of(Attribute.PHONE_STATUS, "INVALID")));
    assertThat(after.get(Attribute.PHONE_COUNTRY)).isEmpty();
    assertThat(after.without(own, after)).isEqualTo(own);
  }
}
