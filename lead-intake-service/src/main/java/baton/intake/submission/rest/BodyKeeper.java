package baton.intake.submission.rest;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads the body once for the receipt and hands it on to be parsed. */
@Provider
@KeepBody
class BodyKeeper implements ReaderInterceptor {

  private final KeptBody body;

  BodyKeeper(KeptBody body) {
    this.body = body;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] bytes = context.getInputStream().readAllBytes();
    body.keep(bytes);
    context.setInputStream(new ByteArrayInputStream(bytes));
    return context.proceed();
  }
}
