package baton.http.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps what stands behind the question mark of a URL out of spans: callers put keys and addresses
 * of people there, and spans are kept elsewhere and for long.
 */
@Singleton
public class SpansWithoutQueries implements SpanProcessor {

  private static final String REDACTED = "redacted";

  /** By the names that the semantic conventions for HTTP have, today's and former ones. */
  private static final List<AttributeKey<String>> TELLING =
      List.of(
          AttributeKey.stringKey("url.query"),
          AttributeKey.stringKey("url.full"),
          AttributeKey.stringKey("http.target"),
          AttributeKey.stringKey("http.url"));

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    for (AttributeKey<String> key : TELLING) {
      if (span.getAttribute(key) != null) {
        span.setAttribute(key, REDACTED);
      }
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // Nothing is added to a span once it has started that tells of a query.
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
