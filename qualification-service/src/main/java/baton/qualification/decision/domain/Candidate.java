package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What a decision is made on: everything known of a lead with one submission, and nothing that came
 * later.
 *
 * @param source the source of the submission
 * @param campaign the campaign it is credited to, or null
 * @param at its arrival
 * @param visits the touchpoints up to it, itself included; of very many only the latest
 */
public record Candidate(
    Facts facts, String source, String campaign, Instant at, List<Visit> visits) {

  private static final String ROOT = "lead.";

  /** What conditions over a lead can ask for. */
  Function<String, String> known() {
    return path ->
        switch (path) {
          case "lead.source" -> source;
          case "lead.campaign" -> campaign;
          default ->
              path.startsWith(ROOT)
                  ? Attribute.find(path.substring(ROOT.length())).flatMap(facts::get).orElse(null)
                  : null;
        };
  }
}
