package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;

/** What links and the properties made from links say. */
final class HubSpotLinks {

  private static final String CAMPAIGN = "utm_campaign=";

  /**
   * Where HubSpot puts the {@code utm_campaign} of a visit, by kind of source. In the other kinds
   * these properties hold no campaign, and may hold the address of a page with all it says.
   */
  private static final Map<String, String> DRILL_DOWNS =
      Map.of(
          "EMAIL_MARKETING", "_data_1",
          "PAID_SEARCH", "_data_1",
          "OTHER_CAMPAIGNS", "_data_1",
          "SOCIAL_MEDIA", "_data_2",
          "PAID_SOCIAL", "_data_2");

  private HubSpotLinks() {}

  /** The campaign that the page's own address names, or null. */
  static String campaign(String pageUrl) {
    if (pageUrl == null || pageUrl.indexOf('?') < 0) {
      return null;
    }
    String query = pageUrl.substring(pageUrl.indexOf('?') + 1).replaceAll("#.*", "");
    for (String parameter : query.split("&")) {
      if (parameter.startsWith(CAMPAIGN)) {
        return decoded(parameter.substring(CAMPAIGN.length()));
      }
    }
    return null;
  }

  /** The campaign of the latest visit, or else of the first one, or null. */
  static String campaignOfTheSource(Map<String, String> properties) {
    for (String source : List.of("hs_latest_source", "hs_analytics_source")) {
      String drillDown = DRILL_DOWNS.get(properties.getOrDefault(source, ""));
      if (drillDown != null && properties.get(source + drillDown) != null) {
        return properties.get(source + drillDown);
      }
    }
    return null;
  }

  /** The host of a website, written with its scheme or without, or null if it has none. */
  static String host(String website) {
    if (website == null) {
      return null;
    }
    try {
      String host = URI.create(website.contains("://") ? website : "https://" + website).getHost();
      return host == null ? null : host.replaceFirst("(?i)^www\\.", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String decoded(String value) {
    try {
      String text = URLDecoder.decode(value, UTF_8).strip();
      return text.isEmpty() ? null : text;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
