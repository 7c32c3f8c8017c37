package baton.intake.webhook.rest;

import baton.intake.mapping.Mapping;
import baton.intake.sources.Platform;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import baton.intake.sources.rest.MappingRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body to be read as it would be at the door.
 *
 * @param platform of a source that there is not yet; null: GENERIC
 * @param mapping in the place of the one that the source has; null: that one
 * @param mediaType null: JSON
 */
@Schema(name = "Preview")
public record PreviewRequest(
    Platform platform,
    @Valid MappingRequest mapping,
    @Size(max = 200) @Schema(examples = "application/json") String mediaType,
    @NotNull
        @Size(max = 200_000)
        @Schema(examples = "{\"contact\": {\"mail\": \"jo@example.com\"}}")
        String body) {

  /** A source that there is not yet, as it would be. */
  Source toSource(String id) {
    Platform given = platform == null ? Platform.GENERIC : platform;
    return with(new Source(id, id, given, SourceSettings.DEFAULT, null, null, true, Instant.EPOCH));
  }

  /** The source with the mapping that is to be tried. */
  Source with(Source source) {
    if (mapping == null) {
      return source;
    }
    SourceSettings settings = source.settings();
    Mapping tried = mapping.toMapping();
    return new Source(
        source.id(),
        source.name(),
        source.platform(),
        new SourceSettings(
            settings.v3Only(),
            settings.signedText(),
            tried,
            settings.proof(),
            settings.requestsPerSecond()),
        source.campaign(),
        source.country(),
        source.active(),
        source.createdAt());
  }

  /** Not the body, which may tell who somebody is. */
  @Override
  public String toString() {
    return "PreviewRequest[" + platform + "]";
  }
}
