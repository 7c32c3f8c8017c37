package baton.intake.webhook;

import java.util.List;
import java.util.Map;

/** The campaign that HubSpot's properties of a contact name. */
final class HubSpotCampaign {

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

  private HubSpotCampaign() {}

  /** The campaign of the latest visit, or else of the first one, or null. */
  static String of(Map<String, String> properties) {
    for (String source : List.of("hs_latest_source", "hs_analytics_source")) {
      String drillDown = DRILL_DOWNS.get(properties.getOrDefault(source, ""));
      if (drillDown != null && properties.get(source + drillDown) != null) {
        return properties.get(source + drillDown);
      }
    }
    return null;
  }
}
