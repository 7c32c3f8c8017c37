package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;

/** What links say. */
final class Links {

  private static final String CAMPAIGN = "utm_campaign=";

  private Links() {}

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
