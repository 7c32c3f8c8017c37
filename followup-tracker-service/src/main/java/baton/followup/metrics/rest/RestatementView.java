package baton.followup.metrics.rest;

import baton.followup.metrics.Question;
import baton.followup.metrics.RollUps.Restatement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A number that was told before and is another one now.
 *
 * @param period beginning of the period whose number changed
 * @param measure what was counted
 * @param code what distinguishes it within the measure; absent if nothing does
 * @param happened the hour of what was told late
 * @param recorded the hour in which it was told
 * @param amount what was added to the number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestatementView(
    Instant period,
    Map<String, String> group,
    String measure,
    String code,
    Instant happened,
    Instant recorded,
    long amount) {

  static RestatementView from(Question question, Restatement restatement) {
    return new RestatementView(
        restatement.period(),
        AnswerView.group(question, restatement.group()),
        restatement.measure().name(),
        restatement.code(),
        restatement.happened(),
        restatement.recorded(),
        restatement.amount());
  }
}
