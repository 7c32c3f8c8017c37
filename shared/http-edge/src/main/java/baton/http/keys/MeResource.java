package baton.http.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are here, so that whoever shows something knows what it may show. */
@Path("/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class MeResource {

  private final Caller caller;

  @Inject
  MeResource(Caller caller) {
    this.caller = caller;
  }

  /**
   * Whose key it is.
   *
   * @param role one of {@link Roles}
   * @param subject the source or rep id the key acts for; absent if it acts for nobody in
   *     particular
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Me")
  public record Me(String name, String role, String subject) {}

  @GET
  @Operation(
      summary = "Who is calling",
      description = "Name, role and subject of the key that was presented; for every role.")
  public Me me() {
    return new Me(caller.name(), caller.role(), caller.subject().orElse(null));
  }
}
