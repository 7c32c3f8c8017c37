package baton.intake.sources.rest;

import baton.intake.sources.Platform;
import baton.intake.sources.PublicAddress;
import baton.intake.sources.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A source as it is shown.
 *
 * @param v3Only of HubSpot: signatures without a time are refused
 * @param webhook path to which its webhooks are posted
 * @param webhookUrl the same as the platform has to call it
 * @param secret signs its webhooks; in the answer that made it only, and only if Baton made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    String id,
    String name,
    Platform platform,
    Boolean v3Only,
    String campaign,
    String country,
    boolean active,
    Instant createdAt,
    String webhook,
    String webhookUrl,
    String secret) {

  static SourceView from(Source source, PublicAddress address) {
    return with(source, address, null);
  }

  static SourceView with(Source source, PublicAddress address, String secret) {
    return new SourceView(
        source.id(),
        source.name(),
        source.platform(),
        source.platform() == Platform.HUBSPOT ? source.v3Only() : null,
        source.campaign(),
        source.country(),
        source.active(),
        source.createdAt(),
        PublicAddress.WEBHOOKS + source.id(),
        address.webhookUrl(source.id()),
        secret);
  }
}
