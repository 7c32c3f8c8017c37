package baton.intake.webhook;

import baton.events.intake.QuarantineReason;
import baton.http.digest.Sha256;
import baton.intake.sources.Source;
import baton.intake.submission.Reading;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import baton.intake.submission.Verification;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
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
  private final Senders senders;
  private final Items items;
  private final Clock clock;

  ReceiveWebhook(
      SubmitLeads submitLeads,
      Verification verification,
      Senders senders,
      Items items,
      Clock clock) {
    this.submitLeads = submitLeads;
    this.verification = verification;
    this.senders = senders;
    this.items = items;
    this.clock = clock;
  }

  /**
   * Records a webhook whose signature was found good and returns a receipt for each of its items,
   * in their order.
   */
  public CompletionStage<List<Receipt>> receive(Delivery delivery) {
    Sender sender = senders.of(delivery.source().source().platform());
    List<CompletableFuture<Receipt>> receipts =
        items.of(delivery.body()).stream()
            .map(item -> submission(delivery, sender, item))
            .map(submission -> submitLeads.submit(submission).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
        .thenApply(done -> receipts.stream().map(CompletableFuture::join).toList());
  }

  private Submission submission(Delivery delivery, Sender sender, Item item) {
    Source source = delivery.source().source();
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        source.id(),
        Sha256.of(sender.identity(delivery, item)),
        Sha256.of(item.raw()),
        MediaType.APPLICATION_JSON,
        item.raw(),
        clock.instant(),
        sender
            .content(item.json())
            .map(content -> verification.read(content, source))
            .orElseGet(() -> unusable(source, item)),
        delivery.cause());
  }

  private static Reading unusable(Source source, Item item) {
    return new Reading.Unusable(
        source.campaign(),
        item.json().isMissingNode() ? QuarantineReason.UNREADABLE : QuarantineReason.UNMAPPED);
  }
}
