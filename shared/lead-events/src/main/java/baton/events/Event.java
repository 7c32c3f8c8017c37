package baton.events;

import java.time.Instant;
import java.util.UUID;

/** One thing that happened, as published. Immutable; its type is named by {@link EventType}. */
public interface Event {

  /**
   * Whom it is about: lead, submission, rep or activity. The key on the topic and {@code
   * ce_subject}.
   */
  UUID subject();

  /** When it happened ({@code ce_time}), not when it was recorded or sent. */
  Instant at();
}
