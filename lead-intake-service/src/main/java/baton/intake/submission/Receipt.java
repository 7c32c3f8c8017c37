package baton.intake.submission;

import baton.events.intake.QuarantineReason;
import java.util.UUID;

/** What became of a submission, as it is stored and answered. */
public sealed interface Receipt {

  UUID submissionId();

  /** A lead exists that did not before. */
  record NewLead(UUID submissionId, UUID leadId) implements Receipt {}

  /** It is of a person already known. */
  record Touchpoint(UUID submissionId, UUID leadId) implements Receipt {}

  /** It waits for a person to look at it. */
  record Quarantined(UUID submissionId, QuarantineReason reason) implements Receipt {}

  /**
   * It had come before.
   *
   * @param submissionId of this repetition
   * @param original what became of it then
   * @param sameContent whether the body is the same, too
   */
  record Duplicate(UUID submissionId, Receipt original, boolean sameContent) implements Receipt {}
}
