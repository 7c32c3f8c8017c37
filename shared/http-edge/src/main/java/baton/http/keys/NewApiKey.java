package baton.http.keys;

/**
 * A key just made. The text is shown to its holder now and never again.
 *
 * @param key the whole key, {@code btn_<prefix>_<secret>}
 * @param prefix what the key is called in lists and logs
 */
public record NewApiKey(String key, String prefix, String role, String name, String subject) {

  /** Without the secret, so that a stray log line gives nothing away. */
  @Override
  public String toString() {
    return "NewApiKey[prefix=" + prefix + ", role=" + role + "]";
  }
}
