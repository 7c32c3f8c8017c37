package baton.intake.webhook;

import java.net.URI;

/**
 * An answer in the words of a platform.
 *
 * @param status of HTTP
 * @param location where a browser goes on, or null
 * @param mediaType of the body, or null if there is none
 * @param body as it is sent, or null
 */
public record Answer(int status, URI location, String mediaType, String body) {

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  static Answer of(String mediaType, String body) {
    return new Answer(OK, null, mediaType, body);
  }

  /** Sends the browser on to a page. */
  static Answer sendOn(URI page) {
    return new Answer(SEE_OTHER, page, null, null);
  }
}
