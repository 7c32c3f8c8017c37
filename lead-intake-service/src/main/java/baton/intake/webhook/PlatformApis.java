package baton.intake.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where platforms are asked for what they tell of by number only. */
@ConfigMapping(prefix = "baton.intake.platform")
public interface PlatformApis {

  /** Meta's Graph API, with its version. */
  @WithDefault("https://graph.facebook.com/v24.0")
  String metaUrl();

  /** HubSpot's API. */
  @WithDefault("https://api.hubapi.com")
  String hubspotUrl();

  /** LinkedIn's API. */
  @WithDefault("https://api.linkedin.com")
  String linkedinUrl();

  /** Its version, a year and a month; LinkedIn keeps one for a year. */
  @WithDefault("202610")
  String linkedinVersion();
}
