package baton.intake.sources.rest;

import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A source as it is shown.
 *
 * @param webhook path to which its webhooks are posted
 * @param secret signs its webhooks; in the answer that made it only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    String id,
    String name,
    String campaign,
    String country,
    boolean active,
    Instant createdAt,
    String webhook,
    String secret) {

  static SourceView from(Source source) {
    return with(source, null);
  }

  static SourceView from(Sources.Saved saved) {
    return with(saved.source(), saved.secret());
  }

  private static SourceView with(Source source, String secret) {
    return new SourceView(
        source.id(),
        source.name(),
        source.campaign(),
        source.country(),
        source.active(),
        source.createdAt(),
        "/v1/webhooks/" + source.id(),
        secret);
  }
}
