package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.eventlog.Cause;
import baton.intake.sources.Sources;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A webhook as it came, authentic or not.
 *
 * @param uri the whole URL that the platform called, with its query and in its own escapes
 * @param headers gives the value of a header, or null
 * @param arrivedAt Baton's receipt
 */
public record Delivery(
    Sources.WithSecrets source,
    String uri,
    UnaryOperator<String> headers,
    byte[] body,
    Instant arrivedAt,
    Cause cause) {

  /** What is left of a delivery when one of its items is read again. */
  static Delivery kept(
      Sources.WithSecrets source, String mediaType, byte[] raw, Instant arrivedAt) {
    UnaryOperator<String> headers =
        name -> name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) ? mediaType : null;
    return new Delivery(source, "", headers, raw, arrivedAt, Cause.ofItself());
  }

  /** The value of this header, or null. */
  String header(String name) {
    return headers.apply(name);
  }

  /** Type and subtype of the body in lower case; JSON if nothing is said. */
  public String mediaType() {
    String given = header(HttpHeaders.CONTENT_TYPE);
    return given == null || given.isBlank()
        ? MediaType.APPLICATION_JSON
        : given.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The encoding that the type of the body names; UTF-8 if it names none, or an unknown one. */
  Charset charset() {
    try {
      String given =
          MediaType.valueOf(header(HttpHeaders.CONTENT_TYPE)).getParameters().get("charset");
      return given == null ? UTF_8 : Charset.forName(given);
    } catch (IllegalArgumentException e) {
      return UTF_8;
    }
  }

  boolean isJson() {
    return mediaType().equals(MediaType.APPLICATION_JSON);
  }

  /** The values of this name in the query; none either if the address cannot be decoded. */
  List<String> query(String name) {
    try {
      return new QueryStringDecoder(uri).parameters().getOrDefault(name, List.of());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Neither body nor headers, which tell who somebody is and how to sign. */
  @Override
  public String toString() {
    return "Delivery[" + source + "]";
  }
}
