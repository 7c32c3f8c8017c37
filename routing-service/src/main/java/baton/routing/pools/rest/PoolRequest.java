package baton.routing.pools.rest;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.assignment.domain.AwayPolicy;
import baton.routing.assignment.domain.HeadStart;
import baton.routing.assignment.domain.Strategy;
import baton.routing.assignment.domain.TakeBack;
import baton.routing.pools.PoolSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pool as it is to be. What is null is as in a new pool, but for the members.
 *
 * @param strategy null means TURN
 * @param away null means IGNORE_HOURS
 * @param takeBack null means that leads stay where they are
 * @param headStart null means 4 hours for A, 1 hour for B, none for C
 * @param members all of them; null leaves them as they are
 */
@Schema(name = "PoolRequest")
public record PoolRequest(
    Strategy strategy,
    AwayPolicy away,
    @Valid Taking takeBack,
    @Valid Starts headStart,
    @Size(max = 1000) List<@NotNull @Valid Member> members) {

  /**
   * When a lead is taken back.
   *
   * @param most how often a cycle is given to another rep; then the manager gets it: with 0 at
   *     once. Required unless nothing is taken back
   */
  @Schema(name = "TakeBack")
  public record Taking(@NotNull TakeBack.On on, @Min(0) @Max(TakeBack.MOST) Integer most) {}

  /** By how much a held lead goes before others, by grade; ISO 8601. */
  @Schema(name = "HeadStart")
  public record Starts(@NotNull Duration a, @NotNull Duration b, @NotNull Duration c) {}

  /** A rep in the pool; no weight means 1. */
  @Schema(name = "PoolMember")
  public record Member(@NotNull UUID repId, @Min(1) @Max(100) Integer weight) {}

  PoolSettings settings() {
    List<FieldError> errors = new ArrayList<>();
    HeadStart starts =
        headStart == null
            ? HeadStart.DEFAULT
            : new HeadStart(
                checked("a", headStart.a(), errors),
                checked("b", headStart.b(), errors),
                checked("c", headStart.c(), errors));
    TakeBack taking = taking(errors);
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the pool is not valid", errors);
    }
    return new PoolSettings(
        strategy == null ? Strategy.TURN : strategy,
        away == null ? AwayPolicy.IGNORE_HOURS : away,
        taking,
        starts);
  }

  private TakeBack taking(List<FieldError> errors) {
    if (takeBack == null || takeBack.on() == TakeBack.On.NEVER) {
      return TakeBack.NEVER;
    } else if (takeBack.most() == null) {
      errors.add(FieldError.at("/takeBack/most", "is required, and 0 for the manager at once"));
      return TakeBack.NEVER;
    }
    return new TakeBack(takeBack.on(), takeBack.most());
  }

  private static Duration checked(String grade, Duration start, List<FieldError> errors) {
    if (start.isNegative() || start.compareTo(HeadStart.MOST) > 0) {
      errors.add(FieldError.at("/headStart/" + grade, "must be from PT0S to PT8760H"));
    }
    return start;
  }

  /** Weight by rep; answers 400 for one who is there twice. */
  LinkedHashMap<UUID, Integer> weights() {
    if (members == null) {
      return null;
    }
    LinkedHashMap<UUID, Integer> weights = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (weights.put(member.repId(), member.weight() == null ? 1 : member.weight()) != null) {
        errors.add(FieldError.at("/members/" + i + "/repId", "is there twice"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the pool is not valid", errors);
    }
    return weights;
  }
}
