package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A lead: what is known of it, its latest cycle, and the touchpoints that cannot be settled before
 * Sales says how that cycle ended. A function of the touchpoints in their order and of the endings
 * by cycle, however the two are interleaved; only an erasure or a merge that is read before an
 * ending leaves what came after that ending undecided for good.
 */
public final class Lead {

  private final UUID id;
  private final CriteriaSet criteria;
  private Facts known;
  private int touchpoints;
  private Cycle latest;
  private Instant erasedAt;
  private Instant mergedAt;
  private Instant heardAt;
  private final List<Touchpoint> undecided;
  private final List<Visit> visits;

  private final Map<UUID, Cycle> changedCycles = new LinkedHashMap<>();
  private final Map<UUID, Touchpoint> changedTouchpoints = new LinkedHashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  /**
   * A lead as it stands.
   *
   * @param touchpoints how many it has had
   * @param latest its latest cycle, or null if it has none
   * @param erasedAt when it was erased, or null
   * @param mergedAt when it last turned out to be another one, or another one to be it, or null
   * @param heardAt when what it said by itself last arrived, or null if that was not noted
   * @param undecided its undecided touchpoints, in order
   * @param visits its touchpoints so far, in order; of very many only the latest
   */
  public Lead(
      UUID id,
      CriteriaSet criteria,
      Facts known,
      int touchpoints,
      Cycle latest,
      Instant erasedAt,
      Instant mergedAt,
      Instant heardAt,
      List<Touchpoint> undecided,
      List<Visit> visits) {
    this.id = id;
    this.criteria = criteria;
    this.known = known;
    this.touchpoints = touchpoints;
    this.latest = latest;
    this.erasedAt = erasedAt;
    this.mergedAt = mergedAt;
    this.heardAt = heardAt;
    this.undecided = new ArrayList<>(undecided);
    this.visits = new ArrayList<>(visits);
  }

  /** A lead never seen before. */
  public static Lead unknown(UUID id, CriteriaSet criteria) {
    return new Lead(id, criteria, Facts.NONE, 0, null, null, null, null, List.of(), List.of());
  }

  /** The lead submitted something. */
  public void submitted(Submission submission) {
    known = submission.with(known, heardAt);
    heardAt = submission.heard(heardAt);
    touchpoints++;
    Touchpoint touchpoint = submission.toTouchpoint(touchpoints, known, mergedAt);
    if (touchpoint.isVisit()) {
      visits.add(touchpoint.visit());
    }
    if (submission.past() == null) {
      settle(touchpoint);
    } else if (latest == null) {
      decided(touchpoint, criteria.ofHistory(), true);
    } else {
      note(touchpoint);
    }
  }

  /**
   * Sales ended a cycle: nothing happens if it is not the latest one, or has ended before. Decides
   * the touchpoints that turn out to have come after the end.
   */
  public void salesEnded(UUID cycleId, Cycle.Ending how, Instant at) {
    if (!isLatest(cycleId)) {
      return;
    }
    if (latest.isWithSales()) {
      change(latest.ended(how, at));
      settleUndecided();
    } else if (latest.hadEndedBefore(at)) {
      change(latest.ended(how, at));
    }
  }

  /**
   * The lead was erased: the cycle ends if Sales has it, or had it until after that time. Nothing
   * more is decided from now on.
   */
  public void erased(Instant at) {
    erasedAt = at;
    ended(Cycle.Ending.ERASED, at);
  }

  /**
   * The lead turned out to be another one: the cycle ends in the same way. All that it submitted so
   * far came before that, and belongs to the one that stays: nothing more is decided because of it.
   * What comes later, should it become a lead again, is decided like that of any other.
   */
  public void superseded(Instant at) {
    mergedAt = at;
    List<Touchpoint> waiting = List.copyOf(undecided);
    undecided.clear();
    waiting.forEach(this::note);
    ended(Cycle.Ending.MERGED, at);
  }

  private void ended(Cycle.Ending how, Instant at) {
    if (latest == null) {
      return;
    }
    if (latest.isWithSales() || latest.wasEndedBySalesAfter(at)) {
      change(latest.ended(how, at));
    }
    settleUndecided();
  }

  /** What is known of a lead, and what it did. */
  public record Past(UUID leadId, Facts known, List<Visit> visits) {}

  /** Its first so many touchpoints, and what was known with them. */
  public Past past(Facts known, int touchpoints) {
    return new Past(
        id,
        known,
        visits.stream()
            .filter(
                visit ->
                    visit.origin() == null
                        ? visit.number() <= touchpoints
                        : visit.from() <= touchpoints + 1)
            .toList());
  }

  /**
   * What a lead came to know with another one.
   *
   * @param touchpoints how many it had had
   */
  public record Adopted(Facts before, Facts after, int touchpoints) {}

  /**
   * Another lead turned out to be this one: what was known of it is known of this one, and what it
   * did counts for what this one does from now on. Nothing is decided because of that.
   *
   * @param prevails whether of what both said the other's words hold
   */
  public Adopted adopt(Past other, boolean prevails, Instant at) {
    mergedAt = at;
    Facts before = known;
    known = prevails ? known.with(other.known()) : other.known().with(known);
    other.visits().forEach(visit -> visits.add(visit.adopted(touchpoints + 1, other.leadId())));
    return new Adopted(before, known, touchpoints);
  }

  /** The other one is another person after all: what is known because of it is not known. */
  public void giveUp(UUID other, Adopted adopted) {
    known = known.without(adopted.before(), adopted.after());
    visits.removeIf(visit -> other.equals(visit.origin()));
  }

  private void settleUndecided() {
    List<Touchpoint> waiting = List.copyOf(undecided);
    undecided.clear();
    waiting.forEach(this::settle);
  }

  /** Sales found an opportunity: it keeps the lead. */
  public void converted(UUID cycleId) {
    if (isLatest(cycleId) && latest.isWithSales()) {
      change(latest.converted());
    }
  }

  private boolean isLatest(UUID cycleId) {
    return latest != null && latest.id().equals(cycleId);
  }

  private void settle(Touchpoint touchpoint) {
    if (latest == null) {
      decide(touchpoint);
    } else if (erasedAt != null) {
      note(touchpoint);
    } else if (latest.isWithSales()) {
      Touchpoint open = touchpoint.settled(Touchpoint.State.UNDECIDED, latest.id());
      undecided.add(open);
      changedTouchpoints.put(open.submissionId(), open);
    } else if (latest.hadEndedAfter(touchpoint)) {
      note(touchpoint);
    } else {
      decide(touchpoint);
    }
  }

  private void note(Touchpoint touchpoint) {
    changedTouchpoints.put(
        touchpoint.submissionId(), touchpoint.settled(Touchpoint.State.NOTED, latest.id()));
  }

  private void decide(Touchpoint touchpoint) {
    decided(touchpoint, criteria.judge(candidate(touchpoint)), false);
  }

  private void decided(Touchpoint touchpoint, Verdict verdict, boolean history) {
    boolean opens = latest == null || latest.history() || verdict.result() == Result.QUALIFIED;
    change(
        opens
            ? Cycle.openedBy(touchpoint, verdict.result(), history)
            : latest.decidedAgain(verdict.result()));
    Touchpoint decided = touchpoint.settled(Touchpoint.State.DECIDED, latest.id());
    changedTouchpoints.put(decided.submissionId(), decided);
    decisions.add(new Decision(id, latest, opens && !touchpoint.opensLead(), decided, verdict));
  }

  /** What came after the touchpoint does not count, also if it is decided late. */
  private Candidate candidate(Touchpoint touchpoint) {
    return new Candidate(
        touchpoint.known(),
        touchpoint.source(),
        touchpoint.campaign(),
        touchpoint.arrivedAt(),
        visits.stream().filter(visit -> visit.from() <= touchpoint.number()).toList());
  }

  private void change(Cycle cycle) {
    latest = cycle;
    changedCycles.put(cycle.id(), cycle);
  }

  public UUID id() {
    return id;
  }

  public Facts known() {
    return known;
  }

  public int touchpoints() {
    return touchpoints;
  }

  /** The latest cycle, or null before the first. */
  public Cycle latest() {
    return latest;
  }

  /** When the lead was erased, or null. */
  public Instant erasedAt() {
    return erasedAt;
  }

  /** When it last turned out to be another one, or another one to be it, or null. */
  public Instant mergedAt() {
    return mergedAt;
  }

  /** When what it said by itself last arrived, or null if that was not noted. */
  public Instant heardAt() {
    return heardAt;
  }

  /** The cycles that were opened or changed since this was made, as they are now. */
  public Collection<Cycle> changedCycles() {
    return changedCycles.values();
  }

  /** The touchpoints that came or were settled since this was made, as they are now. */
  public Collection<Touchpoint> changedTouchpoints() {
    return changedTouchpoints.values();
  }

  /** The decisions made since this was made, in order. */
  public List<Decision> decisions() {
    return decisions;
  }
}
