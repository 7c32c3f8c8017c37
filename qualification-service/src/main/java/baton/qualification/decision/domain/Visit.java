package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * A touchpoint, as engagement counts it.
 *
 * @param number its place among those of the lead, from 1; 0 of one that it adopted with another
 *     lead
 * @param from number of the first touchpoint of the lead for which it counts
 * @param origin the lead with which it was adopted; null if it is its own
 * @param campaign the campaign it is credited to, or null
 */
public record Visit(int number, int from, UUID origin, String source, String campaign, Instant at) {

  /** A touchpoint of the lead's own. */
  public Visit(int number, String source, String campaign, Instant at) {
    this(number, number, null, source, campaign, at);
  }

  /** The same as one that was adopted with another lead. */
  Visit adopted(int from, UUID origin) {
    return new Visit(0, from, origin, source, campaign, at);
  }

  /** What conditions over a touchpoint can ask for. */
  Function<String, String> known() {
    return path ->
        switch (path) {
          case "touchpoint.source" -> source;
          case "touchpoint.campaign" -> campaign;
          case "touchpoint.number" -> Integer.toString(number);
          default -> null;
        };
  }
}
