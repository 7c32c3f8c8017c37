package baton.routing.rules.rest;

import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.rules.ChangeRules;
import baton.routing.rules.RuleBook.Edition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replaces and shows the routing rules. */
@Path("/v1/routing-rules")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Routing rules")
public class RulesResource {

  private final ChangeRules rules;
  private final Caller caller;

  RulesResource(ChangeRules rules, Caller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  @PUT
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Replace the routing rules",
      description =
          "If-Match names the version that they replace, as the answer to GET does in ETag; 409 if"
              + " another one is in force. A condition that cannot be used is refused with its"
              + " line, column and a suggestion.")
  public Response replace(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull RulesRequest request)
      throws SQLException {
    ChangeRules.Saved saved =
        rules.save(request.toRules(), request.fallback(), expected(ifMatch), caller.name());
    if (saved instanceof ChangeRules.Saved.Outdated outdated) {
      throw ProblemType.CONFLICT.because("version %d is in force".formatted(outdated.inForce()));
    } else if (saved instanceof ChangeRules.Saved.Refused refused) {
      List<FieldError> errors =
          refused.faults().stream().map(f -> FieldError.at(f.pointer(), f.detail())).toList();
      throw ProblemType.INVALID_REQUEST.because("the rules are not valid", errors);
    }
    return answer(((ChangeRules.Saved.Done) saved).edition());
  }

  private static Integer expected(String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    } else if (!ifMatch.matches("\"?[1-9]\\d{0,8}\"?")) {
      throw ProblemType.INVALID_REQUEST.because(
          "If-Match names a version",
          List.of(FieldError.parameter(HttpHeaders.IF_MATCH, "must be a version such as \"3\"")));
    }
    return Integer.valueOf(ifMatch.replace("\"", ""));
  }

  private static Response answer(Edition edition) {
    return Response.ok(RulesView.from(edition))
        .header(HttpHeaders.ETAG, "\"" + edition.rules().version() + "\"")
        .build();
  }

  @GET
  @Operation(summary = "The routing rules in force; ETag is their version")
  public Response inForce() throws SQLException {
    return answer(rules.inForce());
  }

  @GET
  @Path("/versions")
  @Operation(summary = "All versions of the routing rules, newest first")
  public Page<RulesView> versions(@BeanParam PageRequest page) throws SQLException {
    int before = page.after().map(cursor -> (int) cursor.number(0)).orElse(Integer.MAX_VALUE);
    List<RulesView> versions =
        rules.before(before, page.rowsToRead()).stream().map(RulesView::from).toList();
    return page.of(versions, version -> Cursor.of(version.version()));
  }

  @GET
  @Path("/versions/{version}")
  @Operation(summary = "One version of the routing rules")
  public RulesView version(@PathParam("version") int version) throws SQLException {
    return rules
        .version(version)
        .map(RulesView::from)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such version"));
  }
}
