package baton.qualification.decision.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Sales asks for, in one version. A version never changes.
 *
 * @param threshold points from which a lead qualifies
 * @param gradeB points from which its grade is B
 * @param gradeA points from which its grade is A
 * @param criteria about what the lead is
 * @param engagement about what the lead did
 */
public record CriteriaSet(
    String id,
    int version,
    int threshold,
    int gradeB,
    int gradeA,
    List<Criterion> criteria,
    List<EngagementRule> engagement) {

  /**
   * @throws IllegalArgumentException if the limits do not rise, or an id occurs twice
   */
  public CriteriaSet {
    if (threshold > gradeB || gradeB > gradeA) {
      throw new IllegalArgumentException("threshold, B and A must rise");
    }
    criteria = List.copyOf(criteria);
    engagement = List.copyOf(engagement);
    Set<String> ids = new HashSet<>();
    Stream.concat(criteria.stream().map(Criterion::id), engagement.stream().map(EngagementRule::id))
        .filter(one -> !ids.add(one))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalArgumentException(twice + " occurs twice");
            });
  }

  /** Decides; the same candidate always gets the same verdict. */
  public Verdict judge(Candidate candidate) {
    Function<String, String> known = candidate.known();
    List<Finding> findings =
        Stream.concat(
                criteria.stream().map(criterion -> criterion.examine(known)),
                engagement.stream().map(rule -> rule.examine(candidate.visits(), candidate.at())))
            .toList();
    int score = findings.stream().mapToInt(Finding::contribution).sum();
    List<Finding> knockedOut = of(findings, Kind.KNOCK_OUT, true);
    List<Finding> lacking = of(findings, Kind.REQUIRED, false);
    if (!knockedOut.isEmpty()) {
      return verdict(
          Result.DISQUALIFIED, null, score, findings, "Disqualified by " + names(knockedOut) + ".");
    }
    if (!lacking.isEmpty()) {
      return verdict(
          Result.NURTURED, null, score, findings, "Nurtured: lacks " + names(lacking) + ".");
    }
    if (score < threshold) {
      String summary = "Nurtured: %d points, %d are needed.".formatted(score, threshold);
      return verdict(Result.NURTURED, null, score, findings, summary);
    }
    Grade grade = score >= gradeA ? Grade.A : score >= gradeB ? Grade.B : Grade.C;
    String because = names(findings.stream().filter(f -> f.contribution() > 0).toList());
    String summary =
        because.isEmpty()
            ? "Qualified with %d points, grade %s.".formatted(score, grade)
            : "Qualified with %d points, grade %s: %s.".formatted(score, grade, because);
    return verdict(Result.QUALIFIED, grade, score, findings, summary);
  }

  /** What becomes of a lead that is known from history only. */
  Verdict ofHistory() {
    return verdict(
        Result.NURTURED, null, 0, List.of(), "Nurtured: imported as history, not judged.");
  }

  private Verdict verdict(
      Result result, Grade grade, int score, List<Finding> findings, String summary) {
    return new Verdict(result, grade, id, version, score, findings, summary);
  }

  private static List<Finding> of(List<Finding> findings, Kind kind, boolean met) {
    Stream<Finding> ofKind = findings.stream().filter(f -> f.kind() == kind);
    return ofKind.filter(f -> (f.outcome() == Outcome.MET) == met).toList();
  }

  private static String names(List<Finding> findings) {
    return findings.stream().map(Finding::criterion).collect(Collectors.joining(", "));
  }
}
