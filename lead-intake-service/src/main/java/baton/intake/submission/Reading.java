package baton.intake.submission;

import baton.events.intake.QuarantineReason;
import baton.intake.submission.domain.Keys;

/** What could be made of a body. */
public sealed interface Reading {

  /** The campaign it is credited to, or null. */
  String campaign();

  /** What may tell who it is of; nothing if nobody can be reached with it. */
  default Keys keys() {
    return Keys.NONE;
  }

  /** Somebody can be reached. */
  record Usable(Person person) implements Reading {
    @Override
    public String campaign() {
      return person.campaign();
    }

    @Override
    public Keys keys() {
      return person.keys();
    }
  }

  /** Nobody can be reached with it: a person has to look. */
  record Unusable(String campaign, QuarantineReason why) implements Reading {}

  /** Nobody wants anything. */
  record Nothing(String campaign, DiscardReason why) implements Reading {}
}
