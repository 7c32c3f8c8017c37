package baton.intake.webhook;

import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;

/** What an item of an authentic body says. */
sealed interface Said {

  /** Somebody wants something. */
  record Inquiry(Content content) implements Said {}

  /**
   * Nobody wants anything: the platform says itself that it is a test, or tells of something else.
   */
  record Nothing(DiscardReason why) implements Said {}

  /** It is of a form that the sender does not know. */
  record Unmapped() implements Said {}

  /** It is not what its media type says. */
  record Unreadable() implements Said {}
}
