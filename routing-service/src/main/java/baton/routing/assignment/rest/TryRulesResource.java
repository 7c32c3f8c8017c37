package baton.routing.assignment.rest;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.assignment.TryRules;
import baton.routing.rules.domain.Route;
import baton.routing.rules.domain.RuleOutcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a lead would go. */
@Path("/v1/routing-rules/try")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Routing rules")
public class TryRulesResource {

  private final TryRules rules;

  TryRulesResource(TryRules rules) {
    this.rules = rules;
  }

  /**
   * What to try the rules with: attributes or a lead.
   *
   * @param attributes values by path, such as lead.country
   */
  @Schema(name = "TryRulesRequest")
  public record Request(@Size(max = 50) Map<String, Object> attributes, UUID leadId) {}

  /**
   * Where it would go.
   *
   * @param rule the rule that matches, or fallback
   * @param owner who would get it if able, before the pool, or null
   * @param attributesRead what the rules looked at; empty if it is missing
   * @param rules what came of them, up to the one that matches
   */
  @Schema(name = "TriedRules")
  public record Tried(
      int rulesVersion,
      String rule,
      String pool,
      UUID owner,
      Map<String, String> attributesRead,
      List<RuleOutcome> rules,
      int moreRules) {

    static Tried from(Route route) {
      return new Tried(
          route.rulesVersion(),
          route.rule(),
          route.pool(),
          route.owner(),
          route.read(),
          route.outcomes(),
          route.moreOutcomes());
    }
  }

  @POST
  @Operation(
      summary = "Where a lead would go by the rules in force, and why; nothing is assigned",
      description =
          "With attributes, or with the id of a lead: what was known of it when it was routed"
              + " last. Its account is looked up by its company.")
  public Tried tryRules(@Valid @NotNull Request request) throws SQLException {
    if ((request.attributes() == null) == (request.leadId() == null)) {
      throw refused("", "must have either attributes or leadId");
    } else if (request.leadId() != null) {
      return rules
          .with(request.leadId())
          .map(Tried::from)
          .orElseThrow(() -> ProblemType.NOT_FOUND.because("no lead of this id was routed"));
    }
    TryRules.mistakes(request.attributes())
        .forEach(
            (path, mistake) -> {
              throw refused("/attributes/" + path.replace("~", "~0").replace("/", "~1"), mistake);
            });
    return Tried.from(rules.with(request.attributes()));
  }

  private static RuntimeException refused(String pointer, String detail) {
    return ProblemType.INVALID_REQUEST.because(
        "the rules cannot be tried with it", List.of(FieldError.at(pointer, detail)));
  }
}
