package baton.intake.submission;

import baton.events.intake.QuarantineReason;
import java.util.UUID;

/** What became of a submission, as it is stored and answered. */
public sealed interface Receipt {

  UUID submissionId();

  /** In one word, which the database knows, too. */
  String outcome();

  /** The lead it became or touched, or null. */
  default UUID leadId() {
    return null;
  }

  /** Why it became none, in one word, or null. */
  default String reason() {
    return null;
  }

  /** A lead exists that did not before. */
  record NewLead(UUID submissionId, UUID leadId) implements Receipt {
    @Override
    public String outcome() {
      return "NEW_LEAD";
    }
  }

  /** It is of a person already known. */
  record Touchpoint(UUID submissionId, UUID leadId) implements Receipt {
    @Override
    public String outcome() {
      return "TOUCHPOINT";
    }
  }

  /** It waits for a person to look at it. */
  record Quarantined(UUID submissionId, QuarantineReason why) implements Receipt {
    @Override
    public String outcome() {
      return "QUARANTINED";
    }

    @Override
    public String reason() {
      return why.name();
    }
  }

  /** It is nothing, as its sender says. */
  record Discarded(UUID submissionId, DiscardReason why) implements Receipt {
    @Override
    public String outcome() {
      return "DISCARDED";
    }

    @Override
    public String reason() {
      return why.name();
    }
  }

  /**
   * It had come before.
   *
   * @param submissionId of this repetition
   * @param original what became of it then
   * @param sameContent whether the body is the same, too
   */
  record Duplicate(UUID submissionId, Receipt original, boolean sameContent) implements Receipt {
    @Override
    public String outcome() {
      return "DUPLICATE";
    }
  }
}
