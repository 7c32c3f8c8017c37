package baton.http.keys;

import java.security.MessageDigest;
import java.util.Objects;

/** What is known about a good key: whose it is, and the digest that proves it. */
record KeyHolder(String prefix, byte[] sha256, String role, String name, String subject) {

  /** Takes the same time wherever the digests differ. */
  boolean matches(byte[] presented) {
    return MessageDigest.isEqual(sha256, presented);
  }

  /** Whether the other is the same key for the same holder. */
  boolean isSame(KeyHolder other) {
    return matches(other.sha256)
        && role.equals(other.role)
        && name.equals(other.name)
        && Objects.equals(subject, other.subject);
  }
}
