package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets leads at what hour, by the policy of the pool. The clock begins on Monday, 9:00 UTC. */
class AwayTest {

  private static final String NINE_TO_FIVE =
      "[{\"day\":\"MONDAY\",\"from\":\"09:00:00\",\"to\":\"17:00:00\"},"
          + "{\"day\":\"TUESDAY\",\"from\":\"09:00:00\",\"to\":\"17:00:00\"}]";

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_away");
    inbox = floor.instance();
  }

  private UUID repIn(String zone) throws Exception {
    UUID rep = floor.repWithCapacity(5);
    floor.hours(rep, zone, NINE_TO_FIVE);
    return rep;
  }

  private Incoming qualifiedLead() {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    return lead;
  }

  private void at(String time) throws Exception {
    floor.db.clock.set(Instant.parse(time));
    floor.assign().serveHeld(Cause.ofItself());
  }

  @Test
  void aPoolThatIgnoresHoursGivesLeadsAtNight() throws Exception {
    UUID asleep = repIn("America/Los_Angeles");
    assertThat(floor.owner(qualifiedLead())).isEqualTo(asleep);
  }

  @Test
  void aPoolThatWaitsForWorkServesAtTheFirstMinuteOfWorkAndNotBefore() throws Exception {
    floor.pool("default", "away = 'WAIT_FOR_WORK'");
    UUID rep = repIn("America/New_York");
    Incoming lead = qualifiedLead();
    assertThat(floor.held()).containsExactly("NOBODY_AT_WORK");
    at("2026-03-02T13:59:59Z");
    assertThat(floor.held()).hasSize(1);
    at("2026-03-02T14:00:00Z");
    assertThat(floor.owner(lead)).isEqualTo(rep);
  }

  @Test
  void theEndOfWorkIsNotWorkedAnyMore() throws Exception {
    floor.pool("default", "away = 'WAIT_FOR_WORK'");
    UUID rep = repIn("UTC");
    floor.db.clock.set(Instant.parse("2026-03-02T16:59:59Z"));
    assertThat(floor.owner(qualifiedLead())).isEqualTo(rep);
    floor.db.clock.set(Instant.parse("2026-03-02T17:00:00Z"));
    qualifiedLead();
    assertThat(floor.held()).containsExactly("NOBODY_AT_WORK");
    assertThat(floor.db.one("select selection from held")).contains("OFF_HOURS");
  }

  @Test
  void thoseAtWorkArePreferredAndThenWhoeverBeginsSoonest() throws Exception {
    floor.pool("default", "away = 'PREFER_AT_WORK'");
    UUID losAngeles = repIn("America/Los_Angeles");
    UUID newYork = repIn("America/New_York");
    UUID berlin = repIn("Europe/Berlin");
    assertThat(floor.owner(qualifiedLead())).isEqualTo(berlin);
    assertThat(floor.owner(qualifiedLead())).isEqualTo(berlin);
    floor.setActive(berlin, false);
    assertThat(floor.owner(qualifiedLead())).isEqualTo(newYork);
    floor.setActive(newYork, false);
    assertThat(floor.owner(qualifiedLead())).isEqualTo(losAngeles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IGNORE_HOURS", "PREFER_AT_WORK", "WAIT_FOR_WORK"})
  void aPublicHolidayInTheRegionOfTheRepIsAnAbsenceInEveryPool(String policy) throws Exception {
    floor.pool("default", "away = '" + policy + "'");
    UUID bavarian = repIn("Europe/Berlin");
    floor.db.execute("update rep set holidays = 'DE-BY', working_hours = '[]'");
    // Epiphany: a holiday in Bavaria, and not in Berlin.
    floor.db.clock.set(Instant.parse("2026-01-06T10:00:00Z"));
    Incoming lead = qualifiedLead();
    assertThat(floor.held()).containsExactly("NOBODY_AT_WORK");
    assertThat(floor.db.one("select selection from held")).contains("ABSENT");
    at("2026-01-06T23:00:00Z");
    assertThat(floor.owner(lead)).isEqualTo(bavarian);
    floor.db.execute("update rep set holidays = 'DE-BE'");
    floor.db.clock.set(Instant.parse("2027-01-06T10:00:00Z"));
    assertThat(floor.owner(qualifiedLead())).isEqualTo(bavarian);
  }
}
