package baton.intake.webhook;

import java.util.Map;

/**
 * Where a platform says who somebody is.
 *
 * @param path below the address of the platform's API, with its query; begins with a slash
 * @param headers that it wants besides the access token
 */
public record Reference(String path, Map<String, String> headers) {

  /** Not of whom. */
  @Override
  public String toString() {
    return "Reference";
  }
}
