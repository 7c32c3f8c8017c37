package baton.http.keys;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns a presented key into an identity. Asks the database on a worker thread only. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyCredential> {

  private final KnownKeys keys;

  @Inject
  ApiKeyIdentities(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<ApiKeyCredential> getRequestType() {
    return ApiKeyCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyCredential credential, AuthenticationRequestContext context) {
    Optional<KeyHolder> known = keys.atOnce(credential.key());
    return known.isPresent()
        ? Uni.createFrom().item(identity(known.get()))
        : context.runBlocking(
            () ->
                identity(
                    keys.inDatabase(credential.key())
                        .orElseThrow(AuthenticationFailedException::new)));
  }

  private static SecurityIdentity identity(KeyHolder holder) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(holder.name()))
            .addRole(holder.role());
    if (holder.subject() != null) {
      identity.addAttribute(Caller.SUBJECT, holder.subject());
    }
    return identity.build();
  }
}
