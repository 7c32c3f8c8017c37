package baton.intake.quarantine;

import baton.events.intake.QuarantineReason;
import baton.intake.importing.ListRows;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Content;
import baton.intake.submission.Reading;
import baton.intake.submission.Verification;
import baton.intake.submission.rest.LeadRequest;
import baton.intake.webhook.KeptItems;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads what is kept of a submission in the words of the door that it came in by. */
@Singleton
class ReadAgain {

  private final Sources sources;
  private final KeptItems webhooks;
  private final ListRows rows;
  private final Verification verification;
  private final ObjectMapper json;

  ReadAgain(
      Sources sources,
      KeptItems webhooks,
      ListRows rows,
      Verification verification,
      ObjectMapper json) {
    this.rows = rows;
    this.sources = sources;
    this.webhooks = webhooks;
    this.verification = verification;
    this.json = json;
  }

  Reading read(KeptSubmission kept) {
    return switch (kept.door()) {
      case WEBHOOK -> webhooks.read(source(kept), kept.mediaType(), kept.raw(), kept.arrivedAt());
      case API -> lead(kept);
      case IMPORT -> rows.read(kept.raw(), kept.list(), source(kept));
    };
  }

  /**
   * What this content amounts to, coming from the submission's source; of a row of a list the
   * list's campaign is credited where none is said.
   */
  Reading as(Content content, KeptSubmission kept) {
    String ofList = kept.list() == null ? null : kept.list().mapping().campaign();
    Source source = source(kept);
    return verification.read(content, source, ofList == null ? source.campaign() : ofList);
  }

  private Reading lead(KeptSubmission kept) {
    try {
      return as(json.readValue(kept.raw(), LeadRequest.class).toContent(), kept);
    } catch (IOException e) {
      return new Reading.Unusable(kept.campaign(), QuarantineReason.UNREADABLE);
    }
  }

  /** Sources are never deleted. */
  private Source source(KeptSubmission kept) {
    return sources.find(kept.source()).orElseThrow().source();
  }
}
