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

  /**
   * Whether the body is kept: nobody needs that of what came before, or is nothing, and it may tell
   * of a person.
   */
  default boolean isBodyKept() {
    return true;
  }

  /** The receipt that was stored in these words. */
  static Receipt stored(UUID submissionId, String outcome, UUID leadId, String reason) {
    return switch (outcome) {
      case "NEW_LEAD" -> new NewLead(submissionId, leadId);
      case "TOUCHPOINT" -> new Touchpoint(submissionId, leadId);
      case "DISCARDED" -> new Discarded(submissionId, DiscardReason.valueOf(reason));
      case "QUARANTINED" -> new Quarantined(submissionId, QuarantineReason.valueOf(reason));
      default -> throw new IllegalArgumentException("no outcome of a first submission: " + outcome);
    };
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

    @Override
    public boolean isBodyKept() {
      return false;
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

    @Override
    public boolean isBodyKept() {
      return false;
    }

    /**
     * Whether it is refused: an API client has named another lead by the same key. What is refused
     * is no submission.
     */
    boolean isRefused(Door door) {
      return door == Door.API && !sameContent;
    }
  }
}
