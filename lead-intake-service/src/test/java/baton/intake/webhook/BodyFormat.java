package baton.intake.webhook;

import java.util.List;
import java.util.stream.Stream;

/** What can be done to a body of this format, so that it stays one of its format. */
interface BodyFormat {

  /** Its media type. */
  String mediaType();

  /** The same with something in each place that nobody asked for. */
  Stream<String> withUnknownFields(String inquiry);

  /** The same with something else in each place where something stands. */
  Stream<String> withOtherValues(String inquiry);

  /** The same with something in it twice. */
  String withAFieldTwice(String inquiry);

  /** Bodies out of which nobody can be reached; each is one item. */
  List<String> empty();

  /** Items that a batch may hold out of which nobody can be reached. */
  List<String> unusableItems();

  /** Bodies of enormous length or depth; each is one item. */
  Stream<String> huge(String inquiry);
}
