package baton.intake.consent.rest;

import baton.intake.consent.Consents;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a lead said about being contacted.
 *
 * @param granted false: refused or withdrawn
 * @param at when it was said, by the clock of whoever told; absent if that did not say
 * @param recordedAt when Baton heard of it
 * @param submissionId with which it came; absent if it came alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentView(
    UUID id,
    String purpose,
    boolean granted,
    String wording,
    String mechanism,
    Instant at,
    Instant recordedAt,
    UUID submissionId) {

  static ConsentView from(Consents.Recorded recorded) {
    return new ConsentView(
        recorded.id(),
        recorded.consent().purpose(),
        recorded.consent().granted(),
        recorded.consent().wording(),
        recorded.consent().mechanism(),
        recorded.consent().at(),
        recorded.recordedAt(),
        recorded.submissionId());
  }
}
