package baton.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One API key for each role, known to every service under test. */
public final class TestKeys {

  /** The roles that have a key. */
  public static final List<String> ROLES =
      List.of("source", "integration", "rep", "manager", "marketing", "ops", "admin");

  private TestKeys() {}

  /** The key of a role, as it goes into {@code X-API-Key}. */
  public static String of(String role) {
    if (!ROLES.contains(role)) {
      throw new IllegalArgumentException("no such role: " + role);
    }
    return "btn_" + prefix(role) + "_" + "onlyfortests".repeat(3) + role;
  }

  /** The configuration that makes a service accept these keys. */
  static Map<String, String> configuration() {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < ROLES.size(); i++) {
      String role = ROLES.get(i);
      entries.put(
          "baton.keys[" + i + "]",
          String.join(":", role, "test-" + role, prefix(role), sha256(of(role))));
    }
    return entries;
  }

  private static String prefix(String role) {
    return "test" + role;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
