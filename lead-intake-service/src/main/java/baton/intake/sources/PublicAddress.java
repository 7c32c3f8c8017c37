package baton.intake.sources;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The address under which platforms call this service. Some sign it together with the body, and
 * behind a proxy a request does not tell it: what the request says of itself is the caller's word.
 */
@ConfigMapping(prefix = "baton.intake")
public interface PublicAddress {

  /** The path in front of a source's id where its webhooks are posted. */
  String WEBHOOKS = "/v1/webhooks/";

  /** Scheme, host and path in front of {@code /v1}, as callers see them. */
  @WithDefault("http://localhost:8080/api/intake")
  String publicUrl();

  /** The whole URL to which the webhooks of this source are posted. */
  default String webhookUrl(String source) {
    return publicUrl().replaceAll("/+$", "") + WEBHOOKS + source;
  }

  /**
   * The whole URL that was called, with its query and in the caller's own escapes.
   *
   * @param uri of a request as it reached this service, with or without the path that a proxy has
   *     in front; who escapes more of it than it needs gets a URL that nobody signs
   */
  default String called(String uri) {
    return publicUrl().replaceAll("/+$", "") + uri.substring(Math.max(0, uri.indexOf(WEBHOOKS)));
  }
}
