package baton.intake.submission.rest;

import jakarta.enterprise.context.RequestScoped;

/** The body of the current request, where {@link KeepBody} asks for it. */
@RequestScoped
class KeptBody {

  private byte[] bytes = new byte[0];

  byte[] bytes() {
    return bytes;
  }

  void keep(byte[] body) {
    bytes = body;
  }
}
