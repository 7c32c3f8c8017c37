package baton.intake.sources.rest;

import baton.eventlog.Transactions;
import baton.http.keys.ApiKeys;
import baton.http.keys.NewApiKey;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connects and lists sources. */
@Path("/v1/sources")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Sources")
public class SourcesResource {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final Sources sources;
  private final ApiKeys keys;
  private final Transactions transactions;

  SourcesResource(Sources sources, ApiKeys keys, Transactions transactions) {
    this.sources = sources;
    this.keys = keys;
    this.transactions = transactions;
  }

  @PUT
  @Path("/{id}")
  @Operation(
      summary = "Connect or change a source",
      description = "A new source gets a secret that signs its webhooks; it is shown this once.")
  public Response save(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull SourceRequest request) {
    Sources.Saved saved =
        sources.save(
            id,
            request.name(),
            request.campaign(),
            request.country(),
            !Boolean.FALSE.equals(request.active()));
    return Response.status(saved.created() ? 201 : 200)
        .header("Cache-Control", "no-store")
        .entity(SourceView.from(saved))
        .build();
  }

  @GET
  @Operation(summary = "List sources")
  public Page<SourceView> list(@BeanParam PageRequest page) {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    return page.of(
        sources.list(after, page.rowsToRead()).stream().map(SourceView::from).toList(),
        source -> Cursor.of(source.id()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One source")
  public SourceView get(@PathParam("id") @PlainText String id) {
    return SourceView.from(existing(id));
  }

  @POST
  @Path("/{id}/keys")
  @Operation(
      summary = "Make an API key for a source",
      description =
          "The key is shown this once. It may post leads in the name of this source. There is no"
              + " Idempotency-Key, since a stored answer would hold the secret: each call makes a key,"
              + " and one whose answer was lost is revoked.")
  public Response makeKey(@PathParam("id") @PlainText String id) throws SQLException {
    Source source = existing(id);
    NewApiKey key =
        transactions.call(
            connection ->
                keys.create(connection, Roles.SOURCE, "source " + source.id(), source.id()));
    return Response.status(201).header("Cache-Control", "no-store").entity(key).build();
  }

  private Source existing(String id) {
    return sources
        .find(id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such source"))
        .source();
  }
}
