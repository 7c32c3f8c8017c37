package baton.http.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * What a creating call answered.
 *
 * @param contentType null if the body is empty
 * @param body the bytes as sent; kept for 30 days, so no more in it than the caller needs
 * @param subject the lead the answer is about, so that erasing the lead deletes the answer; or null
 * @param replayed whether this is the answer of an earlier call
 */
public record Answer(int status, String contentType, byte[] body, UUID subject, boolean replayed) {

  /** The header that marks an answer as that of an earlier call. */
  public static final String REPLAYED = "Idempotency-Replayed";

  /** An answer without a body has an empty one. */
  public Answer {
    body = body == null ? new byte[0] : body;
  }

  /** A first answer in JSON. */
  public static Answer json(int status, byte[] body, UUID subject) {
    return new Answer(status, "application/json", body, subject, false);
  }

  Answer asReplay() {
    return new Answer(status, contentType, body, subject, true);
  }

  /** As a response, with {@code Idempotency-Replayed: true} if it is a repeated one. */
  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status);
    if (contentType != null) {
      response.type(contentType).entity(body);
    }
    return (replayed ? response.header(REPLAYED, "true") : response).build();
  }
}
