package baton.proving.demo;

import java.util.List;
import java.util.UUID;

/**
 * What can become of a lead, and how to tell: by what was seen during the day, and then by the
 * types of the events on its timeline.
 */
public enum Story {
  TAKEN_BACK_AND_WON(
      "taken back from one, won by another",
      List.of("baton.lead.released.v1", "baton.followup.won.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return (logbook.wasAssigned(lead, "TAKEN_BACK") || logbook.wasAssigned(lead, "ESCALATED"))
          && logbook.did(lead, act -> act.is("WON"));
    }
  },
  IGNORED(
      "ignored: given to reps, and never touched",
      List.of("baton.lead.assigned.v1", "baton.followup.no-engagement.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return logbook.ownerOf(lead).isPresent()
          && !logbook.isHeldNow(lead)
          && !logbook.did(lead, act -> act.isTouch() || act.isOutcome());
    }
  },
  HELD("waits, because nobody fits", List.of("baton.lead.held.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return logbook.isHeldNow(lead);
    }
  },
  REJECTED("rejected, and the campaign is told why", List.of("baton.followup.rejected.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return logbook.did(lead, act -> act.is("REJECTED"));
    }
  },
  WRITTEN_LATE(
      "called in time, written down late",
      List.of("baton.followup.breached.v1", "baton.followup.breach-withdrawn.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return logbook.ownerOf(lead).map(Assigned::repId).filter(Staff::writesLate).isPresent()
          && logbook.did(lead, Act::isTouch);
    }
  },
  CAME_BACK(
      "nurtured, came back and qualified",
      List.of("baton.lead.nurtured.v1", "baton.lead.qualified.v1")) {
    @Override
    boolean mayBe(UUID lead, Logbook logbook) {
      return logbook.isQualified(lead)
          && logbook.whoIs(lead).filter(who -> who.looks() == Looks.PRIVATE).isPresent();
    }
  };

  private final String title;
  private final List<String> types;

  Story(String title, List<String> types) {
    this.title = title;
    this.types = types;
  }

  /** In a few words. */
  public String title() {
    return title;
  }

  /** What stands on its timeline, among other things. */
  public List<String> types() {
    return types;
  }

  abstract boolean mayBe(UUID lead, Logbook logbook);
}
