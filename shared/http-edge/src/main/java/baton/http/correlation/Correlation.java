package baton.http.correlation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * The current request's correlation id and trace. Outside HTTP (a consumer's batch with an active
 * request context) the id is a new one, the same for as long as the context lasts.
 */
@RequestScoped
public class Correlation {

  static final String HEADER = "X-Correlation-Id";
  static final String MDC_KEY = "correlationId";

  private final CurrentVertxRequest http;
  private UUID generated;

  @Inject
  Correlation(CurrentVertxRequest http) {
    this.http = http;
  }

  /** The caller's id if it sent a UUID, otherwise a UUIDv7 of ours. Never null. */
  public UUID id() {
    RoutingContext routing = http.getCurrent();
    UUID sent = routing == null ? null : routing.get(MDC_KEY);
    if (sent != null) {
      return sent;
    }
    if (generated == null) {
      generated = UuidCreator.getTimeOrderedEpoch();
    }
    return generated;
  }

  /** The current span as a W3C {@code traceparent}; null when nothing is traced. */
  public String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }

  /** The id that log lines of the current context carry; empty outside a request. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(MDC_KEY)).map(Object::toString);
  }
}
