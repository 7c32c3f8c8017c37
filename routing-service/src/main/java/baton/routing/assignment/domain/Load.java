package baton.routing.assignment.domain;

import java.util.Collection;
import java.util.UUID;

/** A rep with what the rep holds at this moment, in whatever pools. Locked while it changes. */
public final class Load {

  private final Terms terms;
  private int openLeads;
  private int givenToday;
  private boolean changed;

  /**
   * What was agreed with a rep, and where the rep is.
   *
   * @param repVersion version of the rep on the roster
   * @param team or null
   * @param managerId who is told and takes over when the rep does nothing, or null
   * @param capacity open leads held at most
   * @param dailyCap leads given at most on one day in the zone of the rep, or null for any number
   */
  public record Terms(
      UUID repId,
      long repVersion,
      String team,
      UUID managerId,
      Presence presence,
      int capacity,
      Integer dailyCap) {}

  /**
   * @param openLeads leads held now
   * @param givenToday leads given on the present day in the zone of the rep
   */
  public Load(Terms terms, int openLeads, int givenToday) {
    this.terms = terms;
    this.openLeads = openLeads;
    this.givenToday = givenToday;
  }

  /** As a decision sees the rep who has no place in the turn. */
  public Candidate candidate(Collection<UUID> had) {
    return candidate(had, 1, 0, 0);
  }

  Candidate candidate(Collection<UUID> had, int weight, long pass, long lastTurn) {
    return new Candidate(
        terms.repId(),
        terms.presence().state(),
        terms.presence().startsAt(),
        had.contains(terms.repId()),
        openLeads,
        terms.capacity(),
        givenToday,
        terms.dailyCap(),
        weight,
        pass,
        lastTurn);
  }

  /** How many leads this rep could take now in a pool of this policy. */
  int room(AwayPolicy away) {
    Presence.State state = terms.presence().state();
    if (state == Presence.State.INACTIVE
        || state == Presence.State.ABSENT
        || away.passesOver(state)) {
      return 0;
    }
    int room = Math.max(0, terms.capacity() - openLeads);
    return terms.dailyCap() == null
        ? room
        : Math.min(room, Math.max(0, terms.dailyCap() - givenToday));
  }

  /** The rep is given a lead. */
  public void take() {
    openLeads++;
    givenToday++;
    changed = true;
  }

  /** The rep holds one lead less. */
  public void giveBack() {
    openLeads = Math.max(0, openLeads - 1);
    changed = true;
  }

  public UUID repId() {
    return terms.repId();
  }

  public Terms terms() {
    return terms;
  }

  public int openLeads() {
    return openLeads;
  }

  public int givenToday() {
    return givenToday;
  }

  /** True if its counters are not what they were when it was made. */
  public boolean isChanged() {
    return changed;
  }
}
