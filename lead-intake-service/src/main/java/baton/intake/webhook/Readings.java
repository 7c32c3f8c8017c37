package baton.intake.webhook;

import baton.events.intake.QuarantineReason;
import baton.intake.sources.Source;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.Reading;
import baton.intake.submission.Verification;
import jakarta.inject.Singleton;

/** What an item amounts to, by what it says. */
@Singleton
class Readings {

  private final Verification verification;

  Readings(Verification verification) {
    this.verification = verification;
  }

  Reading of(Said said, Source source) {
    if (said instanceof Said.Inquiry inquiry) {
      return verification.read(inquiry.content(), source);
    }
    if (said instanceof Said.Nothing nothing) {
      return new Reading.Nothing(source.campaign(), nothing.why());
    }
    if (said instanceof Said.Erasure) {
      return new Reading.Nothing(source.campaign(), DiscardReason.ERASURE);
    }
    if (said instanceof Said.Withdrawal) {
      return new Reading.Nothing(source.campaign(), DiscardReason.WITHDRAWAL);
    }
    return new Reading.Unusable(source.campaign(), reason(said));
  }

  private static QuarantineReason reason(Said said) {
    if (said instanceof Said.Elsewhere) {
      return QuarantineReason.UNFETCHED;
    }
    return said instanceof Said.Unreadable
        ? QuarantineReason.UNREADABLE
        : QuarantineReason.UNMAPPED;
  }
}
