package baton.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.submission.domain.Identification.Identified;
import baton.intake.submission.domain.MatchKey.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentificationTest {

  private static final UUID KNOWN = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final MatchKey JO = new MatchKey(Kind.EMAIL, "jo@example.com");
  private static final MatchKey DESK = new MatchKey(Kind.PHONE, "+49305550123");

  @Test
  void somebodyWithNoKnownKeyIsNewAndRemembered() {
    Identification identification = new Identification(Map.of(), UUID::randomUUID);
    Identified first = identification.identify(List.of(JO, DESK));
    assertThat(first.isNew()).isTrue();
    assertThat(first.newKeys()).containsExactly(JO, DESK);
    Identified again = identification.identify(List.of(DESK));
    assertThat(again.isNew()).isFalse();
    assertThat(again.leadId()).isEqualTo(first.leadId());
    assertThat(again.newKeys()).isEmpty();
  }

  @Test
  void aKnownKeyTellsWhoItIsAndANewOneIsLearned() {
    Identified found =
        new Identification(Map.of(DESK, KNOWN), UUID::randomUUID).identify(List.of(JO, DESK));
    assertThat(found).isEqualTo(new Identified(KNOWN, false, List.of(JO)));
  }

  @Test
  void ofTwoLeadsTheOneFoundByTheFirstKeyCountsAndTheOtherKeyStaysWhereItIs() {
    Identified found =
        new Identification(Map.of(JO, KNOWN, DESK, OTHER), UUID::randomUUID)
            .identify(List.of(JO, DESK));
    assertThat(found).isEqualTo(new Identified(KNOWN, false, List.of()));
  }
}
