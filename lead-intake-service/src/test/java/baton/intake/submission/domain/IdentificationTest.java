package baton.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.MatchKey.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentificationTest {

  private static final UUID OLD = UUID.fromString("019cd80e-0000-7000-8000-000000000001");
  private static final UUID YOUNG = UUID.fromString("019cd80e-0000-7000-8000-000000000002");
  private static final UUID YOUNGEST = UUID.fromString("019cd80e-0000-7000-8000-000000000003");
  private static final MatchKey JO = new MatchKey(Kind.EMAIL, "jo@example.com");
  private static final MatchKey MOBILE = new MatchKey(Kind.PHONE, "+4915123456789");
  private static final MatchKey CRM = MatchKey.external("crm", "7");
  private static final MatchKey INFO = new MatchKey(Kind.EMAIL, "info@example.com");
  private static final MatchKey DESK = new MatchKey(Kind.PHONE, "+49305550123");
  private static final MatchKey US = new MatchKey(Kind.PHONE, "+12125550123");

  @Test
  void somebodyWithNoKnownKeyIsNewAndRemembered() {
    Identification identification = identification(Map.of());
    Identified first = identification.identify(telling(JO, MOBILE), true);
    assertThat(first.isNew()).isTrue();
    assertThat(first.newKeys()).containsExactly(JO, MOBILE);
    Identified again = identification.identify(telling(MOBILE), true);
    assertThat(again.isNew()).isFalse();
    assertThat(again.leadId()).isEqualTo(first.leadId());
    assertThat(again.newKeys()).isEmpty();
  }

  @Test
  void aKnownKeyTellsWhoItIsAndANewOneIsLearned() {
    assertThat(identification(Map.of(MOBILE, YOUNG)).identify(telling(JO, MOBILE), true))
        .isEqualTo(new Identified(YOUNG, false, List.of(), List.of(JO)));
  }

  @Test
  void leadsFoundByTellingKeysAreOneAndTheOldestStays() {
    Identification identification = identification(Map.of(JO, YOUNG, MOBILE, OLD, CRM, YOUNGEST));
    assertThat(identification.identify(telling(JO, MOBILE, CRM), true))
        .isEqualTo(new Identified(OLD, false, List.of(YOUNG, YOUNGEST), List.of()));
    assertThat(identification.identify(telling(CRM), true).leadId())
        .as("from then on")
        .isEqualTo(OLD);
  }

  @Test
  void whatOthersRememberFindsSomebodyAndTakesNoLeadFromAnybody() {
    Identification identification = identification(Map.of(MOBILE, OLD, JO, YOUNG));
    assertThat(identification.identify(telling(JO, MOBILE, CRM), false))
        .isEqualTo(new Identified(YOUNG, false, List.of(), List.of(CRM)));
  }

  @Test
  void leadsThatAreKeptApartStayApartAndTheFirstKeyCounts() {
    Identification identification =
        new Identification(
            Map.of(JO, YOUNG, MOBILE, OLD), (one, other) -> !one.equals(other), UUID::randomUUID);
    assertThat(identification.identify(telling(JO, MOBILE), true))
        .isEqualTo(new Identified(YOUNG, false, List.of(), List.of()));
  }

  @Test
  void whoIsKeptApartFromOneIsNotMergedThroughAThird() {
    Identification identification =
        new Identification(
            Map.of(JO, YOUNGEST, MOBILE, OLD, CRM, YOUNG),
            (one, other) -> List.of(one, other).containsAll(List.of(OLD, YOUNG)),
            UUID::randomUUID);
    assertThat(identification.identify(telling(JO, MOBILE, CRM), true))
        .isEqualTo(new Identified(OLD, false, List.of(YOUNGEST), List.of()));
  }

  @Test
  void aSharedKeyCountsNotBesideANumberThatMayBeAMobile() {
    Identification identification = identification(Map.of());
    UUID jo =
        identification.identify(new Keys(List.of(), List.of(US), List.of(INFO)), true).leadId();
    Identified mailbox =
        identification.identify(new Keys(List.of(), List.of(), List.of(INFO)), true);
    assertThat(mailbox.leadId()).isNotEqualTo(jo);
  }

  @Test
  void whatIsSharedCountsOnlyForWhoHasNothingElse() {
    Identification identification = identification(Map.of(INFO, OLD, DESK, YOUNG));
    Identified jo =
        identification.identify(new Keys(List.of(JO), List.of(), List.of(INFO, DESK)), true);
    assertThat(jo.isNew()).isTrue();
    assertThat(jo.newKeys()).containsExactly(JO);
    assertThat(identification.identify(new Keys(List.of(), List.of(), List.of(INFO, DESK)), true))
        .as("and merges nobody")
        .isEqualTo(new Identified(OLD, false, List.of(), List.of()));
  }

  @Test
  void aNumberThatMayBeAMobileFindsWhoHasNothingElseAndMergesNobody() {
    Identification identification = identification(Map.of());
    UUID jo = identification.identify(new Keys(List.of(JO), List.of(US), List.of()), true).leadId();
    assertThat(identification.identify(new Keys(List.of(), List.of(US), List.of()), true).leadId())
        .isEqualTo(jo);
    Identified bo = identification.identify(new Keys(List.of(CRM), List.of(US), List.of()), true);
    assertThat(bo.isNew()).isTrue();
    assertThat(bo.newKeys()).containsExactly(CRM);
  }

  private static Identification identification(Map<MatchKey, UUID> known) {
    return new Identification(known, (one, other) -> false, UUID::randomUUID);
  }

  private static Keys telling(MatchKey... keys) {
    return new Keys(List.of(keys), List.of(), List.of());
  }
}
