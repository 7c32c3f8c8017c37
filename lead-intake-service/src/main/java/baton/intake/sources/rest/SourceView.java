package baton.intake.sources.rest;

import baton.intake.mapping.Mapping;
import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.PublicAddress;
import baton.intake.sources.Setting;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A source as it is shown.
 *
 * @param v3Only of HubSpot: signatures without a time are refused
 * @param webhook path to which its webhooks are posted
 * @param webhookUrl the same as the platform has to call it
 * @param verifyToken what its platform says when it tries the address; shown as the secret is
 * @param secret signs its webhooks; in the answer that made it only, and only if Baton made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    String id,
    String name,
    Platform platform,
    Boolean v3Only,
    SignedText signedText,
    Mapping mapping,
    Proof proof,
    Integer requestsPerSecond,
    String campaign,
    String country,
    boolean active,
    Instant createdAt,
    String webhook,
    String webhookUrl,
    String secret,
    String verifyToken) {

  static SourceView from(Source source, PublicAddress address) {
    return with(source, address, null, null);
  }

  static SourceView with(Source source, PublicAddress address, String secret, String verifyToken) {
    return new SourceView(
        source.id(),
        source.name(),
        source.platform(),
        source.platform().takes(Setting.V3_ONLY) ? source.settings().v3Only() : null,
        source.platform().takes(Setting.SIGNED_TEXT) ? source.settings().signedText() : null,
        source.settings().mapping(),
        source.platform().takes(Setting.PROOF) ? source.settings().proof() : null,
        source.settings().requestsPerSecond(),
        source.campaign(),
        source.country(),
        source.active(),
        source.createdAt(),
        PublicAddress.WEBHOOKS + source.id(),
        address.webhookUrl(source.id()),
        secret,
        verifyToken);
  }

  /** Without any secret. */
  @Override
  public String toString() {
    return "SourceView[" + id + "]";
  }
}
