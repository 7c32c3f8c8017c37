package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.sources.Source;
import baton.intake.submission.Door;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
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
  private final Readings readings;
  private final Senders senders;

  ReceiveWebhook(SubmitLeads submitLeads, Readings readings, Senders senders) {
    this.submitLeads = submitLeads;
    this.readings = readings;
    this.senders = senders;
  }

  /**
   * A webhook that was recorded.
   *
   * @param receipts one for each of its items, in their order
   * @param answer what the platform wants to hear; empty if it does not mind
   */
  public record Received(List<Receipt> receipts, Optional<Answer> answer) {}

  /** Whether the platform of the source posts bodies of this media type. */
  public boolean takes(Delivery delivery) {
    return senders.of(delivery).mediaTypes().contains(delivery.mediaType());
  }

  /** Records a webhook whose signature was found good. */
  public CompletionStage<Received> receive(Delivery delivery) {
    Sender sender = senders.of(delivery);
    List<CompletableFuture<Receipt>> receipts =
        sender.items(delivery).stream()
            .map(item -> submission(delivery, item))
            .map(submission -> submitLeads.submit(submission).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                new Received(
                    receipts.stream().map(CompletableFuture::join).toList(),
                    sender.answer(delivery)));
  }

  private Submission submission(Delivery delivery, Item item) {
    Source source = delivery.source().source();
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        source.id(),
        Door.WEBHOOK,
        Sha256.of(item.identity()),
        Sha256.of(item.raw()),
        item.mediaType(),
        item.raw(),
        delivery.arrivedAt(),
        readings.of(item.said(), source),
        delivery.cause());
  }
}
