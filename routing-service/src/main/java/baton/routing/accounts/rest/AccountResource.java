package baton.routing.accounts.rest;

import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.FlagParameter;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.accounts.Account;
import baton.routing.accounts.Accounts;
import baton.routing.accounts.ImportAccounts;
import baton.routing.imports.ImportReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps and shows accounts. */
@Path("/v1/accounts")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Accounts")
public class AccountResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final Accounts accounts;
  private final ImportAccounts imports;

  AccountResource(Accounts accounts, ImportAccounts imports) {
    this.accounts = accounts;
    this.imports = imports;
  }

  @PUT
  @Path("/{accountId}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN, Roles.INTEGRATION})
  @Operation(
      summary = "Make or change an account",
      description = "Leads belong to it by the domain of their company, else by its name.")
  public Response save(
      @PathParam("accountId") UUID accountId, @Valid @NotNull AccountRequest request)
      throws SQLException {
    Accounts.Saved saved = accounts.save(List.of(request.toAccount(accountId)), true, false).get(0);
    if (saved instanceof Accounts.Saved.Done done) {
      return Response.status(done.created() ? 201 : 200).entity(done.account()).build();
    }
    List<Accounts.Fault> faults = ((Accounts.Saved.Refused) saved).faults();
    List<FieldError> errors =
        faults.stream().map(f -> FieldError.at("/" + f.field(), f.reason())).toList();
    throw faults.get(0).field().equals("domain")
        ? ProblemType.CONFLICT.because(faults.get(0).reason(), errors)
        : ProblemType.INVALID_REQUEST.because("the account is not valid", errors);
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN, Roles.INTEGRATION})
  @Operation(
      summary = "Make and change accounts by a CSV table",
      description =
          "With a header: domain and name, and any of industry, country, employees and owner_email."
              + " Accounts are known by their domains. All rows or none, unless partial is true.")
  public ImportReport take(
      byte[] csv,
      @QueryParam("partial") @Schema(type = SchemaType.BOOLEAN) String partial,
      @QueryParam("dryRun") @Schema(type = SchemaType.BOOLEAN) String dryRun)
      throws SQLException {
    boolean partly = FlagParameter.parse("partial", partial);
    boolean apply = !FlagParameter.parse("dryRun", dryRun);
    ImportReport report = imports.take(csv, apply, partly);
    if (report.refused() > 0 && apply && !partly) {
      throw ProblemType.UNPROCESSABLE
          .problem()
          .withDetail(report.refused() + " rows cannot be taken; nothing was changed")
          .with("report", report)
          .build();
    }
    return report;
  }

  @GET
  @Operation(summary = "Accounts, by name")
  public Page<Account> list(@BeanParam PageRequest page) throws SQLException {
    String name = page.after().map(cursor -> cursor.text(0)).orElse("");
    UUID id = page.after().map(cursor -> cursor.uuid(1)).orElse(FIRST);
    return page.of(
        accounts.list(name, id, page.rowsToRead()),
        account -> Cursor.of(account.name(), account.accountId()));
  }

  @GET
  @Path("/{accountId}")
  @Operation(summary = "One account")
  public Account get(@PathParam("accountId") UUID accountId) throws SQLException {
    return accounts
        .find(accountId)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such account"));
  }

  @DELETE
  @Path("/{accountId}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN, Roles.INTEGRATION})
  @Operation(summary = "Delete an account; its leads stay where they are")
  public Response delete(@PathParam("accountId") UUID accountId) throws SQLException {
    if (!accounts.delete(accountId)) {
      throw ProblemType.NOT_FOUND.because("no such account");
    }
    return Response.noContent().build();
  }
}
