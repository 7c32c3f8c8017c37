package baton.followup.worklist;

import baton.followup.worklist.Worklist.Priority;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An assignment that is not at its end.
 *
 * @param repVersion version of the rep on the roster whose hours set the deadlines
 * @param deadlines by time
 * @param why it is this rep's, and why the lead is ready
 */
record OpenWork(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    long repVersion,
    Instant assignedAt,
    String state,
    String grade,
    String source,
    String campaign,
    List<Owed> deadlines,
    Reasons why) {

  /**
   * What the rep owes.
   *
   * @param met whether it was done, be it late
   */
  record Owed(String kind, Instant dueAt, Instant warnAt, String state, boolean met) {

    private boolean isLate(Instant now) {
      return !met && (state.equals("BREACHED") || (state.equals("OPEN") && !dueAt.isAfter(now)));
    }

    private boolean isOpen() {
      return !met && state.equals("OPEN");
    }
  }

  /**
   * Sentences for people.
   *
   * @param score of the decision, or null
   */
  record Reasons(Integer score, List<String> ready, List<String> rep) {}

  /** The same with what is owed, and why. */
  OpenWork with(List<Owed> owed, Reasons reasons) {
    return new OpenWork(
        leadId,
        cycleId,
        assignmentId,
        repVersion,
        assignedAt,
        state,
        grade,
        source,
        campaign,
        owed,
        reasons);
  }

  Priority priority(Instant now) {
    if (deadlines.stream().anyMatch(owed -> owed.isLate(now))) {
      return Priority.LATE;
    }
    return deadlines.stream().anyMatch(Owed::isOpen) ? Priority.DUE : Priority.WORKING;
  }

  /**
   * What is late by grade, score and due time; what is due by due time; the rest by the time since
   * when the rep has it.
   */
  static Comparator<OpenWork> mostPressingFirst(Instant now) {
    return Comparator.comparing((OpenWork work) -> work.priority(now))
        .thenComparing((one, other) -> within(one.priority(now), now).compare(one, other))
        .thenComparing(OpenWork::assignmentId);
  }

  private static Comparator<OpenWork> within(Priority priority, Instant now) {
    return switch (priority) {
      case LATE ->
          Comparator.comparing(
                  OpenWork::grade, Comparator.nullsLast(Comparator.<String>naturalOrder()))
              .thenComparing(
                  work -> work.why().score(),
                  Comparator.nullsLast(Comparator.<Integer>reverseOrder()))
              .thenComparing(work -> work.first(owed -> owed.isLate(now)));
      case DUE -> Comparator.comparing(work -> work.first(Owed::isOpen));
      case WORKING -> Comparator.comparing(OpenWork::assignedAt);
    };
  }

  private Instant first(Predicate<Owed> wanted) {
    return deadlines.stream()
        .filter(wanted)
        .map(Owed::dueAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
