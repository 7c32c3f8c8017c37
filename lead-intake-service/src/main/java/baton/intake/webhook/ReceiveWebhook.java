package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.sources.Source;
import baton.intake.submission.Door;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Takes an authentic webhook: one submission an item, whatever is in it. What cannot be read or
 * used is kept with the reason.
 */
@Singleton
public class ReceiveWebhook {

  private final SubmitLeads submitLeads;
  private final Readings readings;
  private final Senders senders;
  private final Forgetting forgetting;
  private final Withdrawing withdrawing;
  private final ManagedExecutor workers;

  ReceiveWebhook(
      SubmitLeads submitLeads,
      Readings readings,
      Senders senders,
      Forgetting forgetting,
      Withdrawing withdrawing,
      ManagedExecutor workers) {
    this.workers = workers;
    this.withdrawing = withdrawing;
    this.forgetting = forgetting;
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

  /** How {@code Retry-After} says this time to the platform of the source. */
  public String retryAfter(Delivery delivery, Duration wait) {
    return senders.of(delivery).retryAfter(wait);
  }

  /** The answer to a request that tries the address; empty if its platform did not make it. */
  public Optional<Answer> handshake(Delivery delivery) {
    return senders.of(delivery).handshake(delivery);
  }

  /**
   * Records a webhook whose signature was found good. What somebody asked for is done before it is
   * recorded: what is not recorded the platform tells again. The caller's thread never waits.
   */
  public CompletionStage<Received> receive(Delivery delivery) {
    List<Item> items = senders.of(delivery).items(delivery);
    List<Item> asking = items.stream().filter(ReceiveWebhook::asks).toList();
    return asking.isEmpty()
        ? record(items, delivery)
        : workers
            .runAsync(() -> asking.forEach(item -> heed(item, delivery)))
            .thenCompose(done -> record(items, delivery));
  }

  private CompletionStage<Received> record(List<Item> items, Delivery delivery) {
    List<CompletableFuture<Receipt>> receipts =
        items.stream()
            .map(item -> submission(delivery, item))
            .map(submission -> submitLeads.submit(submission).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                new Received(
                    receipts.stream().map(CompletableFuture::join).toList(),
                    senders.of(delivery).answer(delivery)));
  }

  private static boolean asks(Item item) {
    return item.said() instanceof Said.Erasure || item.said() instanceof Said.Withdrawal;
  }

  private void heed(Item item, Delivery delivery) {
    try {
      if (item.said() instanceof Said.Erasure erasure) {
        forget(erasure, delivery);
      } else if (item.said() instanceof Said.Withdrawal withdrawal) {
        withdrawing.withdraw(withdrawal.email(), withdrawal.consent(), Sha256.of(item.identity()));
      }
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private void forget(Said.Erasure erasure, Delivery delivery) throws SQLException {
    String told = erasure.identity();
    forgetting.forget(
        delivery.source().source().id(),
        erasure.externalId(),
        told == null ? null : Sha256.of(told),
        delivery.cause());
  }

  private Submission submission(Delivery delivery, Item item) {
    Source source = delivery.source().source();
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        source.id(),
        Door.WEBHOOK,
        item.sequence(),
        null,
        Sha256.of(item.identity()),
        Sha256.of(item.raw()),
        item.mediaType(),
        item.raw(),
        delivery.arrivedAt(),
        readings.of(item.said(), source),
        delivery.cause());
  }
}
