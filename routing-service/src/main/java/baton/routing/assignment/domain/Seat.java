package baton.routing.assignment.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** A rep's place in the turn, with what the rep holds at this moment. */
public final class Seat {

  private final UUID repId;
  private final long repVersion;
  private final Agreement agreed;
  private int openLeads;
  private int givenToday;
  private long lastTurn;
  private boolean changed;

  /**
   * @param repVersion version of the rep on the roster
   * @param openLeads leads held now
   * @param givenToday leads given on the present day in the zone of the rep
   * @param lastTurn number of the turn in which the rep was given a lead last, or joined
   */
  public Seat(
      UUID repId, long repVersion, Agreement agreed, int openLeads, int givenToday, long lastTurn) {
    this.repId = repId;
    this.repVersion = repVersion;
    this.agreed = agreed;
    this.openLeads = openLeads;
    this.givenToday = givenToday;
    this.lastTurn = lastTurn;
  }

  /** Why a lead has to go past this rep; empty if the rep can take it. */
  Optional<WhyPassed> refusal(Collection<UUID> had) {
    if (!agreed.available()) {
      return Optional.of(WhyPassed.INACTIVE);
    } else if (had.contains(repId)) {
      return Optional.of(WhyPassed.ALREADY_HAD_IT);
    } else if (openLeads >= agreed.capacity()) {
      return Optional.of(WhyPassed.AT_CAPACITY);
    } else if (agreed.dailyCap() != null && givenToday >= agreed.dailyCap()) {
      return Optional.of(WhyPassed.DAILY_CAP_REACHED);
    }
    return Optional.empty();
  }

  /** How many leads this rep could take now. */
  int room() {
    if (!agreed.available()) {
      return 0;
    }
    int room = Math.max(0, agreed.capacity() - openLeads);
    return agreed.dailyCap() == null
        ? room
        : Math.min(room, Math.max(0, agreed.dailyCap() - givenToday));
  }

  void take(long turn) {
    openLeads++;
    givenToday++;
    lastTurn = turn;
    changed = true;
  }

  void giveBack() {
    openLeads = Math.max(0, openLeads - 1);
    changed = true;
  }

  boolean isAvailable() {
    return agreed.available();
  }

  public UUID repId() {
    return repId;
  }

  public long repVersion() {
    return repVersion;
  }

  public int capacity() {
    return agreed.capacity();
  }

  public int openLeads() {
    return openLeads;
  }

  public int givenToday() {
    return givenToday;
  }

  public long lastTurn() {
    return lastTurn;
  }

  /** True if its counters are not what they were when it was made. */
  public boolean isChanged() {
    return changed;
  }
}
