package baton.followup.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * What was seen at one moment.
 *
 * @param number greater than that of what was seen before
 * @param json all of it
 * @param essence what has to be another for it to be another: all but members that change with the
 *     time alone
 */
record Look(long number, String json, JsonNode essence) {

  /**
   * What was seen.
   *
   * @param fleeting names of members, at any depth, that change with the time alone
   */
  static Look at(long number, JsonNode answer, Collection<String> fleeting) {
    JsonNode essence = answer.deepCopy();
    forget(essence, fleeting);
    return new Look(number, answer.toString(), essence);
  }

  private static void forget(JsonNode node, Collection<String> names) {
    if (node instanceof ObjectNode object) {
      object.remove(names);
    }
    node.forEach(child -> forget(child, names));
  }
}
