package baton.intake.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.conformance.LogDatabase;
import baton.intake.erasure.EraseLead.Erasure;
import baton.intake.importing.ErasedRows;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EraseLeadTest {

  private LogDatabase db;
  private EraseLead eraseLead;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_erasure");
    db.execute("truncate receipt, lead, match_key, profile, external_identity, erasure, consent");
    eraseLead =
        new EraseLead(
            db.transactions(),
            db.log,
            // Nothing waits that would have to be settled.
            new WaitingSubmissions(
                new ErasedRows(db.transactions()), new QuarantinedBodies(db.transactions()), null),
            db.clock());
  }

  @Test
  void theLeadItsErasureAndTheEventTellTheSameTime() throws Exception {
    UUID leadId = lead();

    assertThat(eraseLead.erase(leadId, Cause.ofItself())).isEqualTo(Erasure.DONE);

    String now = "'" + db.clock().instant() + "'::timestamptz";
    assertThat(db.one("select erased_at = " + now + " from lead")).isEqualTo("t");
    assertThat(db.one("select erased_at = " + now + " from erasure")).isEqualTo("t");
    assertThat(
            db.one(
                "select occurred_at = " + now + " from event where type = 'baton.lead.erased.v1'"))
        .isEqualTo("t");
  }

  @Test
  void aSecondErasureLeavesTheFirstAsItWas() throws Exception {
    UUID leadId = lead();
    eraseLead.erase(leadId, Cause.ofItself());
    String first = db.one("select erased_at from lead");
    db.clock.advance(Duration.ofHours(1));

    assertThat(eraseLead.erase(leadId, Cause.ofItself())).isEqualTo(Erasure.ALREADY);

    assertThat(db.one("select erased_at from lead")).isEqualTo(first);
    assertThat(db.one("select count(*) from event where type = 'baton.lead.erased.v1'"))
        .isEqualTo("1");
  }

  @Test
  void aLeadThatNeverWasLeavesNoTrace() throws Exception {
    assertThat(eraseLead.erase(UUID.randomUUID(), Cause.ofItself()))
        .isEqualTo(Erasure.NO_SUCH_LEAD);
    assertThat(db.one("select (select count(*) from subject) + (select count(*) from erasure)"))
        .isEqualTo("0");
  }

  private UUID lead() {
    UUID leadId = UUID.randomUUID();
    db.execute("insert into lead (id, created_at) values ('" + leadId + "', now())");
    return leadId;
  }
}
