package baton.qualification.criteria;

import baton.http.text.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A set of criteria as people write it, and as it is stored.
 *
 * @param name for people
 * @param note what it is for, or who asked for it; null for none
 * @param threshold points from which a lead qualifies
 * @param gradeB points from which its grade is B, not less than the threshold
 * @param gradeA points from which its grade is A, not less than gradeB
 * @param criteria about what the lead is
 * @param engagement about what the lead did; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriteriaDefinition(
    @NotBlank @Size(max = 200) @PlainText String name,
    @Size(max = 2000) @PlainText String note,
    @NotNull @Min(-10_000) @Max(10_000) Integer threshold,
    @NotNull @Min(-10_000) @Max(10_000) Integer gradeB,
    @NotNull @Min(-10_000) @Max(10_000) Integer gradeA,
    @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid AskedCriterion> criteria,
    @Size(max = 50) List<@NotNull @Valid AskedEngagement> engagement) {

  /** What a database keeps: no NUL, and no half of a character. */
  private static final String STORABLE = "[^\\x00\\p{Cs}]*";

  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  /** No engagement and an empty list of it are the same. */
  public CriteriaDefinition {
    engagement = engagement == null ? List.of() : engagement;
  }

  /** What a criterion about the lead itself can do. */
  public enum AskedKind {
    REQUIRED,
    KNOCK_OUT,
    WEIGHTED
  }

  /**
   * One criterion.
   *
   * @param id stays the same when the criterion is changed
   * @param expected what Sales asks for, in words; stands in every receipt
   * @param when condition in CEL over the attributes of the lead
   * @param points for a weighted criterion, -1000 to 1000; absent for the other kinds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AskedCriterion")
  public record AskedCriterion(
      @NotNull @Pattern(regexp = ID) String id,
      @NotNull AskedKind kind,
      @NotBlank @Size(max = 300) @PlainText String expected,
      @NotNull @Pattern(regexp = STORABLE) @Schema(examples = "lead.employees >= 50") String when,
      @Min(-1000) @Max(1000) Integer points) {}

  /**
   * Points for touchpoints.
   *
   * @param id stays the same when the rule is changed
   * @param expected what is rewarded, in words; stands in every receipt
   * @param when condition in CEL over the attributes of a touchpoint
   * @param points for each touchpoint that meets it, 1 to 1000
   * @param cap points it adds at most, not less than points
   * @param halfLifeDays after so many days half of the points are left; null if they stay
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AskedEngagement")
  public record AskedEngagement(
      @NotNull @Pattern(regexp = ID) String id,
      @NotBlank @Size(max = 300) @PlainText String expected,
      @NotNull
          @Pattern(regexp = STORABLE)
          @Schema(examples = "touchpoint.source == \"webinar-platform\"")
          String when,
      @NotNull @Min(1) @Max(1000) Integer points,
      @NotNull @Min(1) @Max(10_000) Integer cap,
      @Min(1) @Max(3650) Integer halfLifeDays) {}
}
