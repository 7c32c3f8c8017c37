package baton.intake.webhook.rest;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.limits.RateLimits;
import baton.intake.limits.rest.TooMany;
import baton.intake.reconciliation.Refusals;
import baton.intake.reconciliation.Refusals.Reason;
import baton.intake.sources.PublicAddress;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Door;
import baton.intake.submission.Receipt;
import baton.intake.submission.ReceiptView;
import baton.intake.submission.rest.DoorMeters;
import baton.intake.webhook.Answer;
import baton.intake.webhook.Delivery;
import baton.intake.webhook.ReceiveWebhook;
import baton.intake.webhook.Signatures;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The door for webhooks. The signature is the credential, so that no API key is asked for; once it
 * is found good, nothing in the body is refused any more.
 */
@Path("/v1/webhooks")
@Tag(name = "Webhooks")
public class WebhookResource {

  /** A body of more bytes is read by a worker: nobody else's request waits for it. */
  private static final int LARGE = 16_384;

  private static final String STANDARD = "Standard Webhooks";
  private static final String V3 = "HubSpot, version 3, which decides where it is given";
  private static final String V2 = "HubSpot, version 2, unless the source takes version 3 only";

  private final Sources sources;
  private final PublicAddress address;
  private final Signatures signatures;
  private final ReceiveWebhook receiveWebhook;
  private final RateLimits limits;
  private final Refusals refusals;
  private final DoorMeters doors;
  private final Correlation correlation;
  private final Clock clock;
  private final MeterRegistry meters;
  private final ManagedExecutor workers;

  WebhookResource(
      Sources sources,
      PublicAddress address,
      Signatures signatures,
      ReceiveWebhook receiveWebhook,
      RateLimits limits,
      Refusals refusals,
      DoorMeters doors,
      Correlation correlation,
      Clock clock,
      MeterRegistry meters,
      ManagedExecutor workers) {
    this.workers = workers;
    this.sources = sources;
    this.address = address;
    this.signatures = signatures;
    this.receiveWebhook = receiveWebhook;
    this.limits = limits;
    this.refusals = refusals;
    this.doors = doors;
    this.correlation = correlation;
    this.clock = clock;
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
  @NonBlocking
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Post a webhook",
      description =
          "Signed, and of the media type, as the platform of the source does it. Each item of the body"
              + " gets a receipt; what cannot be used is quarantined. 401 for a"
              + " signature that is missing, wrong or too old, 404 for an unknown source, 429 where more"
              + " is sent than the source may.")
  @APIResponse(
      responseCode = "200",
      description = "A receipt for each item; platforms that want another answer get that",
      content =
          @Content(
              schema = @Schema(implementation = Receipts.class),
              examples = @ExampleObject(name = "A lead", value = WebhookExamples.RECEIPTS)))
  @Parameter(
      name = "webhook-id",
      in = HEADER,
      description = STANDARD,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "webhook-timestamp",
      in = HEADER,
      description = STANDARD,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "webhook-signature",
      in = HEADER,
      description = STANDARD,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "X-HubSpot-Signature-v3",
      in = HEADER,
      description = V3,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "X-HubSpot-Request-Timestamp",
      in = HEADER,
      description = V3,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "X-HubSpot-Signature",
      in = HEADER,
      description = V2,
      schema = @Schema(type = STRING))
  @Parameter(
      name = "X-HubSpot-Signature-Version",
      in = HEADER,
      description = V2,
      schema = @Schema(type = STRING))
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = {
              @ExampleObject(name = "A form of any sender", value = WebhookExamples.ANY),
              @ExampleObject(name = "HubSpot, a form", value = WebhookExamples.HUBSPOT),
              @ExampleObject(name = "Marketo, a template", value = WebhookExamples.MARKETO),
              @ExampleObject(name = "Mautic", value = WebhookExamples.MAUTIC),
              @ExampleObject(name = "Meta Lead Ads", value = WebhookExamples.META),
              @ExampleObject(name = "Google Ads", value = WebhookExamples.GOOGLE_ADS),
              @ExampleObject(name = "LinkedIn Lead Gen", value = WebhookExamples.LINKEDIN),
              @ExampleObject(name = "Typeform", value = WebhookExamples.TYPEFORM)
            }),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(type = SchemaType.OBJECT),
            examples =
                @ExampleObject(
                    name = "Salesforce, Web-to-Lead",
                    value = WebhookExamples.WEB_TO_LEAD)),
        @Content(
            mediaType = MediaType.TEXT_XML,
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "Salesforce, outbound message",
                    value = WebhookExamples.OUTBOUND_MESSAGE))
      })
  public CompletionStage<Response> receive(
      @PathParam("source") @PlainText String id, @Context HttpServerRequest request, byte[] body) {
    Call call = call(request);
    return sources
        .look(id)
        .thenCompose(
            found -> {
              Delivery delivery = call.to(active(found), body);
              return body.length > LARGE
                  ? workers.supplyAsync(() -> take(delivery)).thenCompose(Function.identity())
                  : take(delivery);
            });
  }

  private CompletionStage<Response> take(Delivery delivery) {
    Source source = delivery.source().source();
    if (!receiveWebhook.takes(delivery)) {
      refusals.note(source.id(), Reason.MEDIA_TYPE);
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
          "of another media type than the platform of this source posts");
    }
    if (!signatures.isAuthentic(delivery)) {
      refused(source.id());
      throw ProblemType.SIGNATURE_INVALID.because("missing, wrong, or not of the last 5 minutes");
    }
    Optional<Duration> wait = limits.take(source);
    if (wait.isPresent()) {
      refusals.note(source.id(), Reason.LIMIT);
      throw TooMany.requests(receiveWebhook.retryAfter(delivery, wait.get()));
    }
    return doors
        .begin(source, Door.WEBHOOK)
        .until(receiveWebhook.receive(delivery).thenApply(WebhookResource::answer));
  }

  @GET
  @Path("/{source}")
  @Blocking
  @PermitAll
  @Operation(
      summary = "Try the address",
      description =
          "As META_LEAD_ADS (hub.mode, hub.challenge, hub.verify_token) and LINKEDIN_LEAD_GEN"
              + " (challengeCode) do. 401 for who is not the platform, or of a platform that does not"
              + " try addresses; 404 for an unknown source.")
  @APIResponse(responseCode = "200", description = "What the platform wants to hear")
  public Response handshake(
      @PathParam("source") @PlainText String id, @Context HttpServerRequest request) {
    Delivery delivery = call(request).to(active(sources.find(id)), new byte[0]);
    Optional<Answer> answer = receiveWebhook.handshake(delivery);
    if (answer.isEmpty()) {
      refused(id);
      throw ProblemType.SIGNATURE_INVALID.because("not what the platform of this source asks");
    }
    return response(answer.get());
  }

  /** What is known of a request on its own thread. */
  private record Call(String uri, UnaryOperator<String> headers, Instant arrivedAt, Cause cause) {

    private Delivery to(Sources.WithSecrets source, byte[] body) {
      return new Delivery(source, uri, headers, body, arrivedAt, cause);
    }
  }

  private Call call(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return new Call(
        address.called(request.uri()),
        name -> headers.contains(name) ? String.join(",", headers.getAll(name)) : null,
        clock.instant(),
        new Cause(correlation.id(), null, correlation.traceparent()));
  }

  private static Sources.WithSecrets active(Optional<Sources.WithSecrets> found) {
    return found
        .filter(source -> source.source().active())
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such source"));
  }

  private void refused(String source) {
    refusals.note(source, Reason.SIGNATURE);
    meters.counter("baton.webhook.signature.failures", "source", source).increment();
  }

  private static Response answer(ReceiveWebhook.Received received) {
    return received
        .answer()
        .map(WebhookResource::response)
        .orElseGet(() -> Response.ok(Receipts.from(received.receipts())).build());
  }

  private static Response response(Answer answer) {
    return Response.status(answer.status())
        .location(answer.location())
        .type(answer.mediaType())
        .entity(answer.body())
        .build();
  }
}
