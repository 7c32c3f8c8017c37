package baton.followup.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy of the console: everything from this origin, and no script or style
 * in the page itself. An import map cannot be a file of its own, so that this one is let in by its
 * digest, computed from the page as it is served.
 */
final class ContentPolicy {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private ContentPolicy() {}

  /**
   * The policy for this page.
   *
   * @throws IllegalArgumentException if the page has no import map
   */
  static String of(String page) {
    Matcher importMap = IMPORT_MAP.matcher(page);
    if (!importMap.find()) {
      throw new IllegalArgumentException("the page of the console has no import map");
    }
    return "default-src 'none'; script-src 'self' 'sha256-"
        + sha256(importMap.group(1))
        + "'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
