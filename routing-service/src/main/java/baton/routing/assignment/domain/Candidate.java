package baton.routing.assignment.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A rep as a decision sees the rep: all that the choice depends on, and nothing else. Stored with
 * the decision, it gives the same choice again.
 *
 * @param startsAt when work begins again for somebody off duty, or null
 * @param hadIt had this cycle before
 * @param openLeads leads held at that moment
 * @param givenToday leads given on that day in the zone of the rep
 * @param dailyCap leads given at most on one day, or null for any number
 * @param weight of the rep in the pool, from 1
 * @param pass effective place in the turn: the least comes next
 * @param lastTurn number of the turn in which the rep was given a lead last, or joined
 */
public record Candidate(
    UUID repId,
    Presence.State presence,
    Instant startsAt,
    boolean hadIt,
    int openLeads,
    int capacity,
    int givenToday,
    Integer dailyCap,
    int weight,
    long pass,
    long lastTurn) {

  /** Why a lead has to go past this rep; empty if the rep can take it. */
  public Optional<WhyPassed> refusal(AwayPolicy away) {
    if (presence == Presence.State.INACTIVE) {
      return Optional.of(WhyPassed.INACTIVE);
    } else if (presence == Presence.State.ABSENT) {
      return Optional.of(WhyPassed.ABSENT);
    } else if (hadIt) {
      return Optional.of(WhyPassed.ALREADY_HAD_IT);
    } else if (openLeads >= capacity) {
      return Optional.of(WhyPassed.AT_CAPACITY);
    } else if (dailyCap != null && givenToday >= dailyCap) {
      return Optional.of(WhyPassed.DAILY_CAP_REACHED);
    } else if (away.passesOver(presence)) {
      return Optional.of(WhyPassed.OFF_HOURS);
    }
    return Optional.empty();
  }
}
