package baton.intake.webhook.rest;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.limits.RateLimits;
import baton.intake.limits.rest.TooMany;
import baton.intake.sources.PublicAddress;
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
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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

  private static final String EXAMPLE =
      """
      {"work_email": "jo.meyer@example.com", "company": "Example GmbH", "utm_campaign": "spring-webinar"}""";

  private static final String STANDARD = "Standard Webhooks";
  private static final String V3 = "HubSpot, version 3, which decides where it is given";
  private static final String V2 = "HubSpot, version 2, unless the source takes version 3 only";

  private final Sources sources;
  private final PublicAddress address;
  private final Signatures signatures;
  private final ReceiveWebhook receiveWebhook;
  private final RateLimits limits;
  private final DoorMeters doors;
  private final Correlation correlation;
  private final Clock clock;
  private final MeterRegistry meters;

  WebhookResource(
      Sources sources,
      PublicAddress address,
      Signatures signatures,
      ReceiveWebhook receiveWebhook,
      RateLimits limits,
      DoorMeters doors,
      Correlation correlation,
      Clock clock,
      MeterRegistry meters) {
    this.sources = sources;
    this.address = address;
    this.signatures = signatures;
    this.receiveWebhook = receiveWebhook;
    this.limits = limits;
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
  @Blocking
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
      content = @Content(schema = @Schema(implementation = Receipts.class)))
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
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "A form of any sender", value = EXAMPLE)))
  public CompletionStage<Response> receive(
      @PathParam("source") @PlainText String id,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request,
      byte[] body)
      throws SQLException {
    Delivery delivery = delivery(id, headers, request, body);
    if (!receiveWebhook.takes(delivery)) {
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
          "of another media type than the platform of this source posts");
    }
    if (!signatures.isAuthentic(delivery)) {
      refused(id);
      throw ProblemType.SIGNATURE_INVALID.because("missing, wrong, or not of the last 5 minutes");
    }
    Optional<Duration> wait = limits.take(delivery.source().source());
    if (wait.isPresent()) {
      throw TooMany.requests(receiveWebhook.retryAfter(delivery, wait.get()));
    }
    return doors
        .begin(delivery.source().source(), Door.WEBHOOK)
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
      @PathParam("source") @PlainText String id,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    Optional<Answer> answer = receiveWebhook.handshake(delivery(id, headers, request, new byte[0]));
    if (answer.isEmpty()) {
      refused(id);
      throw ProblemType.SIGNATURE_INVALID.because("not what the platform of this source asks");
    }
    return response(answer.get());
  }

  private Delivery delivery(
      String id, HttpHeaders headers, HttpServerRequest request, byte[] body) {
    Sources.WithSecrets source =
        sources
            .find(id)
            .filter(s -> s.source().active())
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such source"));
    return new Delivery(
        source,
        address.called(request.uri()),
        headers::getHeaderString,
        body,
        clock.instant(),
        new Cause(correlation.id(), null, correlation.traceparent()));
  }

  private void refused(String source) {
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
