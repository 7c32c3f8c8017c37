package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.function.Function;

/**
 * A touchpoint, as engagement counts it.
 *
 * @param number its place among those of the lead, from 1
 * @param campaign the campaign it is credited to, or null
 */
public record Visit(int number, String source, String campaign, Instant at) {

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
