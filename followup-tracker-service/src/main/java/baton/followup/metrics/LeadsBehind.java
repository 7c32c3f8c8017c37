package baton.followup.metrics;

import baton.followup.metrics.Candidates.Candidate;
import baton.followup.metrics.Candidates.Place;
import baton.followup.metrics.domain.Counted;
import baton.followup.metrics.domain.Counts;
import baton.followup.metrics.domain.Measure.Cohort;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is behind a number, one by one: counted from the same stories by the same rules as the
 * number, so that there are as many as it says.
 */
@Singleton
public class LeadsBehind {

  /**
   * Candidates that are looked at for one page; then the page ends, if need be before it is full.
   */
  static final int MOST_LOOKED_AT = 10_000;

  private static final int FEWEST_READ = 100;
  private static final int MOST_READ = 1_000;

  private final Candidates candidates;

  public LeadsBehind(Candidates candidates) {
    this.candidates = candidates;
  }

  /**
   * One that counts.
   *
   * @param assignmentId whom it counts for; null if it counts for the cycle
   */
  public record Behind(Candidate candidate, Counted counted, UUID assignmentId) {}

  /**
   * Some of them.
   *
   * @param next where to go on, or null if these are the last
   */
  public record Found(List<Behind> items, Place next) {}

  /**
   * The next ones that make up the number, newest first.
   *
   * @param from where to go on, or null
   * @param most so many at most
   */
  public Found find(OneNumber number, Place from, int most) throws SQLException {
    Place place = from == null ? Place.first(number.question()) : from;
    List<Behind> items = new ArrayList<>();
    int looked = 0;
    for (int read = Math.max(FEWEST_READ, most); ; read = Math.min(MOST_READ, read * 2)) {
      List<Candidate> chunk = candidates.read(number, place, read);
      for (Candidate candidate : chunk) {
        List<Behind> counting = counting(number, candidate);
        for (int i = candidate.id().equals(place.id()) ? place.given() : 0;
            i < counting.size();
            i++) {
          if (items.size() == most) {
            return new Found(items, new Place(candidate.at(), candidate.id(), i));
          }
          items.add(counting.get(i));
        }
      }
      if (chunk.size() < read) {
        return new Found(items, null);
      }
      Candidate last = chunk.get(chunk.size() - 1);
      place = new Place(last.at(), last.id(), Integer.MAX_VALUE);
      looked += chunk.size();
      if (looked >= MOST_LOOKED_AT) {
        return new Found(items, place);
      }
    }
  }

  private static List<Behind> counting(OneNumber number, Candidate candidate) {
    if (candidate.story() == null) {
      return List.of();
    }
    boolean ofAssignment = number.of().measure().cohort() == Cohort.ASSIGNMENT;
    return Counts.of(candidate.story()).each().stream()
        .filter(number::counts)
        .map(counted -> new Behind(candidate, counted, assignment(candidate, counted)))
        .filter(behind -> !ofAssignment || candidate.id().equals(behind.assignmentId()))
        .toList();
  }

  /** Owners are in the order of the assignments; they are told apart as the things they are. */
  private static UUID assignment(Candidate candidate, Counted counted) {
    for (int i = 0; i < candidate.assignments().size(); i++) {
      if (candidate.story().owners().get(i) == counted.owner()) {
        return candidate.assignments().get(i);
      }
    }
    return null;
  }
}
