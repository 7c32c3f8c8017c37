package baton.http.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Cuts off a body without {@code Content-Length} at its path's limit. */
@Provider
public class ChunkedBodyLimit implements ReaderInterceptor {

  private static final String LIMIT = "baton.body-limit";

  @Inject CurrentVertxRequest http;

  static void mark(RoutingContext routing, long limit) {
    routing.put(LIMIT, limit);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    RoutingContext routing = http.getCurrent();
    Long limit = routing == null ? null : routing.get(LIMIT);
    if (limit != null) {
      context.setInputStream(new LimitedStream(context.getInputStream(), limit, routing));
    }
    return context.proceed();
  }
}
