package baton.http.keys;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Takes a key from {@code X-API-Key: <key>} or {@code Authorization: Bearer <key>}. A bearer token
 * that does not begin with {@code btn_} is left to other mechanisms (OpenID Connect, where it is
 * configured); without one, the caller is nobody.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext routing, IdentityProviderManager identities) {
    String presented = presented(routing.request());
    if (presented == null) {
      return Uni.createFrom().nullItem();
    }
    return ApiKeyText.parse(presented)
        .map(
            key ->
                identities.authenticate(
                    HttpSecurityUtils.setRoutingContextAttribute(
                        new ApiKeyCredential(key), routing)))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  private static String presented(HttpServerRequest request) {
    String header = request.getHeader("X-API-Key");
    if (header != null) {
      return header.trim();
    }
    String authorization = request.getHeader("Authorization");
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    String token = authorization.substring(BEARER.length()).trim();
    return token.startsWith("btn_") ? token : null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext routing) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"baton\""));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyCredential.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.OTHER_HEADER, "X-API-Key", "api-key"));
  }
}
