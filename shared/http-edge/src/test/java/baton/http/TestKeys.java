package baton.http;

import baton.http.keys.ApiKeyText;

/** Keys the tests present; the application is configured with their digests. */
public final class TestKeys {

  public static final String ADMIN = "btn_adminadmin_" + "a".repeat(32);
  public static final String OPS = "btn_opsops_" + "b".repeat(32);
  public static final String REP = "btn_reprep_" + "c".repeat(32);

  private TestKeys() {}

  static String configured(String key, String role, String name, String subject) {
    String entry = ApiKeyText.parse(key).orElseThrow().configuredAs(role, name);
    return subject == null ? entry : entry + ":" + subject;
  }
}
