package baton.events;

/**
 * An event of a known name in a version that this contract does not have. It means something to its
 * reader and must not be passed over.
 */
public final class UnknownVersion extends RuntimeException {
  UnknownVersion(String ceType) {
    super("unknown version of a known type: " + ceType);
  }
}
