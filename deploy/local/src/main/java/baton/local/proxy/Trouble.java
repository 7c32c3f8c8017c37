package baton.local.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** An answer that the proxy gives itself, as a problem document (RFC 9457). */
record Trouble(int status, String type, String title, String detail) {

  static final int AWAY = 503;
  private static final String BASE = "https://baton.dev/problems/";

  static Trouble nothingHere() {
    return new Trouble(404, "not-found", "Not found", "No service has this path");
  }

  /**
   * @param reached whether the request may have reached the service: only then is it unknown
   *     whether it took effect
   */
  static Trouble of(String service, boolean reached) {
    return reached
        ? new Trouble(
            502, "bad-gateway", "Bad gateway", service + " closed the connection without an answer")
        : new Trouble(
            AWAY,
            "unavailable",
            "Temporarily unavailable",
            service + " is not running at the moment and will be back");
  }

  Buffer body() {
    return new JsonObject()
        .put("type", BASE + type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toBuffer();
  }
}
