package baton.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.events.intake.LeadErased;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

  @Test
  void aTypeIsFoundByItsWireName() {
    assertThat(EventType.named("baton.lead.erased.v1")).contains(EventType.LEAD_ERASED);
  }

  @Test
  void aTypeIsFoundByItsEvent() {
    assertThat(EventType.of(new LeadErased(UUID.randomUUID(), Instant.EPOCH)))
        .isEqualTo(EventType.LEAD_ERASED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baton.lead.erased.v0", "baton.lead.erased.v2", "baton.lead.erased.v11"})
  void aKnownNameInAnotherVersionIsAnUnknownVersion(String ceType) {
    assertThatThrownBy(() -> EventType.named(ceType)).isInstanceOf(UnknownVersion.class);
  }

  @Test
  void aKnownNameWithoutAVersionIsAnUnknownVersion() {
    assertThatThrownBy(() -> EventType.named("baton.lead.erased"))
        .isInstanceOf(UnknownVersion.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "BATON.LEAD.ERASED.V1",
        "baton.lead.forgotten.v1",
        "baton.lead.v1",
        "baton.lead.erased.vx",
        "baton.lead.erased.v1.v1",
        "x.baton.lead.erased.v2"
      })
  void aNameThatNobodyKnowsIsNoType(String ceType) {
    assertThat(EventType.named(ceType)).isEmpty();
  }
}
