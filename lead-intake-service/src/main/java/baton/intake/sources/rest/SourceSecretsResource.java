package baton.intake.sources.rest;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSecret;
import baton.intake.sources.SourceSecrets;
import baton.intake.sources.Sources;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replaces the secret of a source, without a moment in which its webhooks are refused. */
@Path("/v1/sources/{id}/secrets")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Sources")
public class SourceSecretsResource {

  private final Sources sources;
  private final SourceSecrets secrets;

  SourceSecretsResource(Sources sources, SourceSecrets secrets) {
    this.sources = sources;
    this.secrets = secrets;
  }

  /**
   * A secret to add.
   *
   * @param secret null to have it made by Baton
   */
  public record SecretRequest(
      @SecretText @Schema(writeOnly = true, examples = "the-one-that-the-platform-shows")
          String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "SecretRequest";
    }
  }

  /**
   * That there is a secret.
   *
   * @param secret in the answer that made it only, and only if Baton made it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SecretView(UUID id, Instant createdAt, String secret) {

    static SecretView from(SourceSecret row) {
      return new SecretView(row.id(), row.createdAt(), null);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "SecretView[" + id + "]";
    }
  }

  /** The secrets of a source. */
  public record SecretViews(List<SecretView> items) {}

  @POST
  @Operation(
      summary = "Add a second secret",
      description =
          "From now on webhooks are taken that either proves; enter the new one at the platform, and"
              + " remove the old one then. Shown this once if Baton made it. 409 if there are two.")
  public Response add(@PathParam("id") @PlainText String id, @Valid SecretRequest request) {
    SourceSecrets.Added added =
        secrets.add(existing(id), request == null ? null : request.secret());
    return switch (added.outcome()) {
      case ADDED ->
          Response.status(201)
              .header("Cache-Control", "no-store")
              .entity(new SecretView(added.added().id(), added.added().createdAt(), added.secret()))
              .build();
      case TOO_MANY ->
          throw ProblemType.CONFLICT.because("this source has two secrets: remove one first");
      case NOT_GIVEN -> throw misfit("comes from this platform, and has to be given");
      case GIVEN -> throw misfit("is made by Baton for this platform");
    };
  }

  private static HttpProblem misfit(String why) {
    return ProblemType.INVALID_REQUEST.because(
        "the secret does not fit the platform", List.of(FieldError.at("/secret", why)));
  }

  @GET
  @Operation(summary = "List the secrets of a source, which are not shown")
  public SecretViews list(@PathParam("id") @PlainText String id) {
    return new SecretViews(secrets.of(existing(id)).stream().map(SecretView::from).toList());
  }

  @DELETE
  @Path("/{secret}")
  @Operation(
      summary = "Remove a secret",
      description =
          "Within five seconds nothing is taken that it proves. 409 if the source has no other.")
  public void remove(@PathParam("id") @PlainText String id, @PathParam("secret") UUID secret) {
    switch (secrets.remove(existing(id), secret)) {
      case REMOVED -> {}
      case LAST ->
          throw ProblemType.CONFLICT.because(
              "this is the only secret of the source: add one first");
      case UNKNOWN -> throw ProblemType.NOT_FOUND.because("there is no such secret");
    }
  }

  private Source existing(String id) {
    return SourcesResource.existing(sources, id);
  }
}
