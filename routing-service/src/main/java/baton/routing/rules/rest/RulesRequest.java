package baton.routing.rules.rest;

import baton.http.text.PlainText;
import baton.routing.rules.ChangeRules;
import baton.routing.rules.domain.Rule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules as they are to be, all of them, in their order.
 *
 * @param fallback the pool of leads that no rule wants
 */
@Schema(name = "RoutingRulesRequest")
public record RulesRequest(
    @NotNull @Size(max = ChangeRules.MOST) List<@NotNull @Valid Line> rules,
    @NotBlank @Size(max = 63) @PlainText String fallback) {

  /**
   * One rule.
   *
   * @param when a condition in CEL over lead, decision and account
   * @param owner who gets the lead if able, before the pool: the id of a rep, ACCOUNT_OWNER, or
   *     null
   */
  @Schema(name = "RoutingRule")
  public record Line(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String id,
      @NotNull @Size(max = 4000) @Pattern(regexp = "[^\\x00\\p{Cs}]*") String when,
      @NotBlank @Size(max = 63) @PlainText String pool,
      @Size(max = 63) @PlainText String owner) {}

  List<Rule> toRules() {
    return rules.stream().map(r -> new Rule(r.id(), r.when(), r.pool(), r.owner())).toList();
  }
}
