package baton.http.correlation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request its correlation id before anything else looks at it. Only a UUID is taken
 * from the caller: anything else could carry personal data or line breaks into the logs.
 */
@ApplicationScoped
class CorrelationFilter {

  private static final int BEFORE_EVERYTHING = 3000;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  void register(@Observes Filters filters) {
    filters.register(CorrelationFilter::correlate, BEFORE_EVERYTHING);
  }

  private static void correlate(RoutingContext routing) {
    UUID id = idOf(routing.request().getHeader(Correlation.HEADER));
    routing.put(Correlation.MDC_KEY, id);
    routing.response().putHeader(Correlation.HEADER, id.toString());
    MDC.put(Correlation.MDC_KEY, id.toString());
    routing.next();
  }

  private static UUID idOf(String header) {
    return header != null && UUID_FORM.matcher(header).matches()
        ? UUID.fromString(header)
        : UuidCreator.getTimeOrderedEpoch();
  }
}
