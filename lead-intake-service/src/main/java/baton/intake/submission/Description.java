package baton.intake.submission;

import baton.intake.submission.domain.MatchKey;
import java.util.Set;
import java.util.UUID;

/**
 * What a submission says of a lead.
 *
 * @param others which of the contacts it names tell of another lead, and are none of this one
 */
record Description(UUID leadId, Submission submission, Person person, Set<MatchKey.Kind> others) {

  /** As given; null if it is not said, or another's. */
  String email() {
    return others.contains(MatchKey.Kind.EMAIL) ? null : person.content().email();
  }

  /** E.164 where it could be read; null if it is not said, or another's. */
  String phone() {
    return others.contains(MatchKey.Kind.PHONE) ? null : person.phone();
  }
}
