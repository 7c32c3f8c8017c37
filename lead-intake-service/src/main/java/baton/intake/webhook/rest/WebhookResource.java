package baton.intake.webhook.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.sources.Sources;
import baton.intake.submission.Receipt;
import baton.intake.submission.ReceiptView;
import baton.intake.webhook.ReceiveWebhook;
import baton.intake.webhook.ReceiveWebhook.Webhook;
import baton.intake.webhook.Signatures;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The door for webhooks. The signature is the credential, so that no API key is asked for; once it
 * is found good, nothing in the body is refused any more.
 */
@Path("/v1/webhooks")
@Tag(name = "Webhooks")
public class WebhookResource {

  private final Sources sources;
  private final Signatures signatures;
  private final ReceiveWebhook receiveWebhook;
  private final Correlation correlation;
  private final MeterRegistry meters;

  WebhookResource(
      Sources sources,
      Signatures signatures,
      ReceiveWebhook receiveWebhook,
      Correlation correlation,
      MeterRegistry meters) {
    this.sources = sources;
    this.signatures = signatures;
    this.receiveWebhook = receiveWebhook;
    this.correlation = correlation;
    this.meters = meters;
  }

  /** What became of each item of the body. */
  public record Receipts(List<ReceiptView> receipts) {
    static Receipts from(List<Receipt> receipts) {
      return new Receipts(receipts.stream().map(ReceiptView::from).toList());
    }
  }

  @POST
  @Path("/{source}")
  @Blocking
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Post a webhook",
      description =
          "Signed as Standard Webhooks describe: webhook-id, webhook-timestamp, webhook-signature."
              + " The body is an object, or an array of objects; what cannot be used is quarantined.")
  public CompletionStage<Receipts> receive(
      @PathParam("source") @PlainText String id,
      @HeaderParam("webhook-id") String webhookId,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signature,
      byte[] body) {
    Sources.WithSecret source =
        sources
            .find(id)
            .filter(s -> s.source().active())
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such source"));
    if (!signatures.isAuthentic(source, webhookId, timestamp, signature, body)) {
      meters.counter("baton.webhook.signature.failures", "source", id).increment();
      throw ProblemType.SIGNATURE_INVALID.because("missing, wrong, or not of the last 5 minutes");
    }
    return receiveWebhook
        .receive(
            new Webhook(
                source.source(),
                webhookId,
                MediaType.APPLICATION_JSON,
                body,
                new Cause(correlation.id(), null, correlation.traceparent())))
        .thenApply(Receipts::from);
  }
}
