package baton.http.keys;

import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Gives out, lists and revokes keys of this service. Creating takes no {@code Idempotency-Key}: the
 * stored answer would hold the secret. Each call makes a key; whoever lost the answer finds the key
 * in the list by its name, revokes it and makes another.
 */
@Path("/v1/api-keys")
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class ApiKeyResource {

  private final ApiKeys keys;
  private final KnownKeys known;
  private final DataSource database;

  @Inject
  ApiKeyResource(ApiKeys keys, KnownKeys known, DataSource database) {
    this.keys = keys;
    this.known = known;
    this.database = database;
  }

  /** The only answer that ever holds the key's secret. */
  @POST
  @Operation(
      summary = "Make an API key",
      description =
          "The key is shown this once. There is no Idempotency-Key, since a stored answer would hold"
              + " the secret: each call makes a key, and one whose answer was lost is revoked.")
  public Response create(@NotNull @Valid Create wanted) throws SQLException {
    try (Connection connection = database.getConnection()) {
      NewApiKey key = keys.create(connection, wanted.role(), wanted.name(), wanted.subject());
      return Response.created(URI.create("/v1/api-keys/" + key.prefix()))
          .header("Cache-Control", "no-store")
          .entity(key)
          .build();
    }
  }

  /** The secret stays with whoever made it. */
  @PUT
  @Path("/{prefix}")
  @Operation(
      summary = "Make an API key known that was made elsewhere",
      description =
          "A person works with several services by one key, btn_<prefix>_<secret>, of which each is"
              + " told prefix and SHA-256. Repeated, it changes nothing; 409 if the prefix is another"
              + " key's, or if the key was revoked.")
  public void adopt(
      @PathParam("prefix") @Pattern(regexp = ApiKeyText.PREFIX) String prefix,
      @NotNull @Valid Known wanted)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!keys.adopt(connection, wanted.toHolder(prefix))) {
        throw ProblemType.CONFLICT.because("another key has this prefix, or this one was revoked");
      }
    }
  }

  /** In order of prefix, revoked ones too. */
  @GET
  @Operation(summary = "API keys", description = "By prefix, revoked ones too; never the secrets.")
  public Page<ApiKey> list(@BeanParam PageRequest page) throws SQLException {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    try (Connection connection = database.getConnection()) {
      return page.of(
          keys.list(connection, after, page.rowsToRead()), key -> Cursor.of(key.prefix()));
    }
  }

  /** Takes effect here at once and at other instances within five seconds. */
  @DELETE
  @Path("/{prefix}")
  @Operation(summary = "Revoke an API key", description = "Everywhere within five seconds.")
  public void revoke(@PathParam("prefix") @PlainText String prefix) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!keys.revoke(connection, prefix)) {
        throw ProblemType.NOT_FOUND.because("no key has this prefix");
      }
    }
    known.forget(prefix);
  }

  /**
   * A key that is asked for.
   *
   * @param role one of {@link Roles}
   * @param name what the key is for; shown in lists
   * @param subject the source or rep id it acts for, if any
   */
  @Schema(name = "ApiKeyRequest")
  public record Create(
      @NotNull
          @Pattern(regexp = Roles.ANY, message = Roles.ONE_OF)
          @Schema(examples = "integration")
          String role,
      @NotBlank @Size(max = 100) @PlainText @Schema(examples = "CRM sync") String name,
      @Size(min = 1, max = 200) @PlainText String subject) {}

  /**
   * A key that somebody else made.
   *
   * @param sha256 of the whole key, in hex
   */
  @Schema(name = "KnownApiKey")
  public record Known(
      @NotNull
          @Pattern(regexp = Roles.ANY, message = Roles.ONE_OF)
          @Schema(examples = "integration")
          String role,
      @NotBlank @Size(max = 100) @PlainText @Schema(examples = "CRM sync") String name,
      @Size(min = 1, max = 200) @PlainText String subject,
      @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be a SHA-256 in hex")
          String sha256) {

    private KeyHolder toHolder(String prefix) {
      return new KeyHolder(prefix, HexFormat.of().parseHex(sha256), role, name, subject);
    }
  }
}
