package baton.qualification.decision.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Sales asks for, in one version. A version never changes once it has decided anything.
 *
 * @param threshold points from which a lead qualifies
 * @param gradeB points from which its grade is B
 * @param gradeA points from which its grade is A
 */
public record CriteriaSet(
    String id, int version, int threshold, int gradeB, int gradeA, List<Criterion> criteria) {

  /**
   * @throws IllegalArgumentException if the limits do not rise, or a criterion occurs twice
   */
  public CriteriaSet {
    if (threshold > gradeB || gradeB > gradeA) {
      throw new IllegalArgumentException("threshold, B and A must rise");
    }
    criteria = List.copyOf(criteria);
    if (criteria.stream().map(Criterion::id).distinct().count() != criteria.size()) {
      throw new IllegalArgumentException("a criterion occurs twice");
    }
  }

  /** Decides; the same facts always give the same verdict. */
  public Verdict judge(Facts facts) {
    List<Finding> findings = criteria.stream().map(c -> c.examine(facts)).toList();
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
    String summary = "Qualified with %d points, grade %s: %s.".formatted(score, grade, because);
    return verdict(Result.QUALIFIED, grade, score, findings, summary);
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
