package baton.http.keys;

import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that somebody presented, not yet checked. */
class ApiKeyCredential extends BaseAuthenticationRequest implements AuthenticationRequest {

  private final ApiKeyText key;

  ApiKeyCredential(ApiKeyText key) {
    this.key = key;
  }

  ApiKeyText key() {
    return key;
  }
}
