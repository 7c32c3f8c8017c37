package baton.followup.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What browsers are told with the console's files: what the page may load, and how long a file is
 * good. Libraries have their version in their path and never change; the console's own files are
 * asked for again, and answered 304 as long as they are the same.
 */
@Singleton
class ConsoleHeaders {

  private static final String PAGE = "META-INF/resources/index.html";
  private static final String LIBRARIES = "/_static/";
  private static final String FILES = "/console/";
  private static final int EARLY = 100;

  private final String policy = ContentPolicy.of(page());

  void register(@Observes Filters filters) {
    filters.register(this::add, EARLY);
  }

  private void add(RoutingContext request) {
    String path = request.normalizedPath();
    boolean isPage = path.equals("/") || path.equals("/index.html");
    MultiMap headers = request.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (isPage) {
      headers.set("Content-Security-Policy", policy);
    }
    if (isPage || path.startsWith(FILES)) {
      headers.set("Cache-Control", "no-cache");
    } else if (path.startsWith(LIBRARIES)) {
      request.addHeadersEndHandler(done -> keepIfThere(request));
    } else {
      // What a person is shown is not kept by a browser or by what stands between.
      headers.set("Cache-Control", "no-store");
    }
    request.next();
  }

  /** One that is not there may be there in a moment: versions change while instances do. */
  private static void keepIfThere(RoutingContext request) {
    boolean isThere = request.response().getStatusCode() < 400;
    request
        .response()
        .headers()
        .set("Cache-Control", isThere ? "public, max-age=31536000, immutable" : "no-store");
  }

  private static String page() {
    try (InputStream page =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
