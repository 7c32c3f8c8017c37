package baton.intake.sources.rest;

import baton.eventlog.Transactions;
import baton.http.keys.ApiKeys;
import baton.http.keys.NewApiKey;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.sources.PublicAddress;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connects and lists sources. */
@Path("/v1/sources")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Sources")
public class SourcesResource {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final Sources sources;
  private final PublicAddress address;
  private final ApiKeys keys;
  private final Transactions transactions;

  SourcesResource(Sources sources, PublicAddress address, ApiKeys keys, Transactions transactions) {
    this.sources = sources;
    this.address = address;
    this.keys = keys;
    this.transactions = transactions;
  }

  @PUT
  @Path("/{id}")
  @Operation(
      summary = "Connect or change a source",
      description =
          "A new source gets a secret by which its webhooks prove themselves, shown this once,"
              + " unless one is given, which is never shown; HUBSPOT has to bring the client secret of"
              + " its app. 409 if the source is of another platform.")
  public Response save(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull SourceRequest request) {
    if (!request.misfits().isEmpty()) {
      throw misfit(request.misfits());
    }
    Sources.Saved saved = sources.save(request.toWanted(id));
    int status =
        switch (saved.outcome()) {
          case CREATED -> 201;
          case CHANGED -> 200;
          case OF_ANOTHER_PLATFORM ->
              throw ProblemType.CONFLICT.because("this source is of another platform");
          case WITHOUT_SECRET ->
              throw misfit(List.of(FieldError.at("/secret", "is required for a new source")));
        };
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(SourceView.with(saved.source(), address, saved.secret(), saved.verifyToken()))
        .build();
  }

  private static HttpProblem misfit(List<FieldError> misfits) {
    return ProblemType.INVALID_REQUEST.because("the source does not fit its platform", misfits);
  }

  @GET
  @Operation(summary = "List sources")
  public Page<SourceView> list(@BeanParam PageRequest page) {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    return page.of(
        sources.list(after, page.rowsToRead()).stream()
            .map(source -> SourceView.from(source, address))
            .toList(),
        source -> Cursor.of(source.id()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One source")
  public SourceView get(@PathParam("id") @PlainText String id) {
    return SourceView.from(existing(id), address);
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
    return existing(sources, id);
  }

  /** The source that a path names; answers 404 if there is none. */
  static Source existing(Sources sources, String id) {
    return sources
        .find(id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such source"))
        .source();
  }
}
