package baton.intake.webhook;

import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;

/** What an item of an authentic body says. */
sealed interface Said {

  /** Somebody wants something. */
  record Inquiry(Content content) implements Said {}

  /** Somebody may want something: the platform says who if it is asked. */
  record Elsewhere(Reference reference) implements Said {}

  /**
   * Nobody wants anything: the platform says itself that it is a test, or tells of something else.
   */
  record Nothing(DiscardReason why) implements Said {}

  /**
   * Somebody is to be forgotten.
   *
   * @param externalId by which the platform knows whoever it is
   * @param identity of the item by which it told of whoever it is, or null
   */
  record Erasure(String externalId, String identity) implements Said {}

  /** Somebody does not want to be contacted any more. */
  record Withdrawal(String email, Consent consent) implements Said {
    /** Not of whom. */
    @Override
    public String toString() {
      return "Withdrawal";
    }
  }

  /** It is of a form that the sender does not know. */
  record Unmapped() implements Said {}

  /** It is not what its media type says. */
  record Unreadable() implements Said {}
}
