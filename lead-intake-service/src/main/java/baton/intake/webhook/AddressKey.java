package baton.intake.webhook;

import java.util.List;

/** The secret in the address, for platforms that neither sign nor send a header of one's own. */
final class AddressKey {

  private static final String KEY = "key";

  private AddressKey() {}

  /** Whether the address has {@code ?key=…} with this secret, and once. */
  static boolean proves(Delivery delivery, String secret) {
    List<String> keys = delivery.query(KEY);
    return keys.size() == 1 && Hmac.equal(keys.get(0), secret);
  }
}
