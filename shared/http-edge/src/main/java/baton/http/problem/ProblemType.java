package baton.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Every kind of problem Baton answers with. The type URI is {@code
 * https://baton.dev/problems/<slug>}, the slug being the constant's name in lower case with
 * hyphens; it is part of the API and does not change. {@code status} is the only status a type is
 * sent with.
 *
 * <p>To refuse: {@code throw ProblemType.NOT_FOUND.because("no such lead")}. Details go to the
 * caller as they are; they are never logged.
 */
public enum ProblemType {
  /** The body is not JSON; members {@code line} and {@code column} (both from 1) say where. */
  MALFORMED_JSON(400, "The body is not well-formed JSON"),
  /** Something in the request is missing or not allowed; member {@code errors} lists it all. */
  INVALID_REQUEST(400, "The request is not valid"),
  /** This call needs the header {@code Idempotency-Key}. */
  IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is required"),
  /** An {@code Idempotency-Key} has 1 to 255 visible ASCII characters. */
  IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is not valid"),
  /** The cursor was not given out by this list; start again without one. */
  CURSOR_INVALID(400, "The cursor is not valid"),
  /** The limit is not a whole number from 1 to the cap named in the detail. */
  LIMIT_OUT_OF_RANGE(400, "The limit is out of range"),
  /** No key, or one that is unknown or revoked. */
  UNAUTHENTICATED(401, "A valid API key is required"),
  /** The signature of a webhook is missing, wrong or too old. */
  SIGNATURE_INVALID(401, "The signature is not valid"),
  /** The key is good but its role may not do this. */
  FORBIDDEN(403, "This key's role may not do that"),
  /** There is nothing at this address. */
  NOT_FOUND(404, "Not found"),
  /** The address exists but not with this method. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** None of the media types asked for can be produced. */
  NOT_ACCEPTABLE(406, "Not acceptable"),
  /** The request contradicts what is stored. */
  CONFLICT(409, "Conflict"),
  /** A call with the same {@code Idempotency-Key} is being worked on; repeat in a moment. */
  IDEMPOTENCY_KEY_IN_PROGRESS(409, "A call with this Idempotency-Key is in progress"),
  /** It existed and was erased or closed. */
  GONE(410, "Gone"),
  /** The body is larger than this path takes; member {@code limit} is in bytes. */
  BODY_TOO_LARGE(413, "The body is too large"),
  /** The body's media type cannot be read here. */
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  /** Well-formed and valid, and still impossible. */
  UNPROCESSABLE(422, "The request cannot be carried out"),
  /** The same {@code Idempotency-Key} came with another payload before. */
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
  /** Too many calls; {@code Retry-After} says when to come back, in seconds. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** Any other refusal; the status says which. */
  REFUSED(400, "The request was refused"),
  /** A fault in Baton; member {@code correlationId} finds it in the logs. */
  INTERNAL(500, "Something failed inside Baton"),
  /** Something Baton depends on is away; {@code Retry-After} is in seconds. Nothing was stored. */
  UNAVAILABLE(503, "Temporarily unavailable");

  /** Where all type URIs begin. */
  public static final String BASE = "https://baton.dev/problems/";

  /** Seconds after which a caller should try again when a dependency is away. */
  static final int RETRY_AFTER_SECONDS = 5;

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The stable type URI. */
  public URI uri() {
    return URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The short text that is the same for every occurrence. */
  public String title() {
    return title;
  }

  /** A problem to throw; the detail tells the caller what is wrong this time. */
  public HttpProblem because(String detail) {
    return problem().withDetail(detail).build();
  }

  /** A problem to throw that lists what is wrong where, as member {@code errors}. */
  public HttpProblem because(String detail, List<FieldError> errors) {
    return problem().withDetail(detail).with("errors", List.copyOf(errors)).build();
  }

  /** A builder for a problem with further members or headers. */
  public HttpProblem.Builder problem() {
    HttpProblem.Builder builder =
        HttpProblem.builder().withType(uri()).withTitle(title).withStatus(status);
    if (this == UNAVAILABLE) {
      builder.withHeader("Retry-After", RETRY_AFTER_SECONDS);
    } else if (this == UNAUTHENTICATED) {
      builder.withHeader("WWW-Authenticate", "Bearer realm=\"baton\"");
    }
    return builder;
  }

  /** The type for a status that the framework came up with. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> INVALID_REQUEST;
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 410 -> GONE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 422 -> UNPROCESSABLE;
      case 429 -> TOO_MANY_REQUESTS;
      case 503 -> UNAVAILABLE;
      default -> status >= 500 ? INTERNAL : REFUSED;
    };
  }
}
