package baton.routing.assignment.messaging;

/**
 * An event of a known type in a version that this service cannot read: it must not be passed over.
 */
final class UnknownVersion extends RuntimeException {
  UnknownVersion(String type) {
    super("unknown version: " + type);
  }
}
