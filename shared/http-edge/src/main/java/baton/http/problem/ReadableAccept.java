package baton.http.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;

/**
 * A header {@code Accept} that cannot be read asks for nothing. Otherwise it is noticed when the
 * answer is written: after the work was done, as a fault of ours.
 */
@ApplicationScoped
class ReadableAccept {

  private static final int EARLY = 100;

  void register(@Observes Filters filters) {
    filters.register(ReadableAccept::check, EARLY);
  }

  private static void check(RoutingContext routing) {
    String accept = routing.request().getHeader(HttpHeaders.ACCEPT);
    if (accept != null && !isReadable(accept)) {
      routing.request().headers().set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
    routing.next();
  }

  private static boolean isReadable(String accept) {
    try {
      return Stream.of(accept.split(",")).map(MediaType::valueOf).allMatch(type -> type != null);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
