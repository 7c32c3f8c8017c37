package baton.intake.webhook;

import baton.eventlog.Cause;
import baton.events.intake.QuarantineReason;
import baton.http.digest.Sha256;
import baton.intake.sources.Source;
import baton.intake.submission.Reading;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import baton.intake.submission.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes an authentic webhook: one submission an item, whatever is in it. What cannot be read or
 * used is kept with the reason.
 */
@Singleton
public class ReceiveWebhook {

  private final SubmitLeads submitLeads;
  private final Verification verification;
  private final GenericJson json;
  private final Clock clock;

  ReceiveWebhook(
      SubmitLeads submitLeads, Verification verification, GenericJson json, Clock clock) {
    this.submitLeads = submitLeads;
    this.verification = verification;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A webhook whose signature was found good.
   *
   * @param id names it, the same each time the sender repeats it
   */
  public record Webhook(Source source, String id, String mediaType, byte[] body, Cause cause) {}

  /** Records the webhook and returns a receipt for each of its items, in their order. */
  public CompletionStage<List<Receipt>> receive(Webhook webhook) {
    List<CompletableFuture<Receipt>> receipts =
        submissions(webhook).stream()
            .map(submission -> submitLeads.submit(submission).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
        .thenApply(done -> receipts.stream().map(CompletableFuture::join).toList());
  }

  private List<Submission> submissions(Webhook webhook) {
    Optional<List<JsonNode>> items = json.items(webhook.body());
    if (items.isEmpty()) {
      return List.of(
          submission(webhook, 0, webhook.body(), unusable(webhook, QuarantineReason.UNREADABLE)));
    }
    if (items.get().isEmpty()) {
      return List.of(
          submission(webhook, 0, webhook.body(), unusable(webhook, QuarantineReason.UNMAPPED)));
    }
    List<Submission> submissions = new ArrayList<>();
    for (JsonNode item : items.get()) {
      byte[] raw = items.get().size() == 1 ? webhook.body() : json.bytes(item);
      Reading reading =
          json.content(item)
              .map(content -> verification.read(content, webhook.source()))
              .orElseGet(() -> unusable(webhook, QuarantineReason.UNMAPPED));
      submissions.add(submission(webhook, submissions.size(), raw, reading));
    }
    return submissions;
  }

  private static Reading unusable(Webhook webhook, QuarantineReason why) {
    return new Reading.Unusable(webhook.source().campaign(), why);
  }

  private Submission submission(Webhook webhook, int index, byte[] raw, Reading reading) {
    Instant now = clock.instant();
    Sha256 content = Sha256.of(raw);
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        webhook.source().id(),
        // Some senders give the same id to different things: the content tells them apart.
        Sha256.of("webhook:" + webhook.id() + "#" + index + ":" + content),
        content,
        webhook.mediaType(),
        raw,
        now,
        reading,
        webhook.cause());
  }
}
