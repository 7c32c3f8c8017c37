package baton.http.body;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts, and throws the 413 problem on the first byte past the limit. */
final class LimitedStream extends FilterInputStream {

  private final long limit;
  private final RoutingContext routing;
  private long taken;

  LimitedStream(InputStream body, long limit, RoutingContext routing) {
    super(body);
    this.limit = limit;
    this.routing = routing;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Closing Quarkus' stream reads it to its end, which an endless body does not have. */
  @Override
  public void close() throws IOException {
    if (taken <= limit) {
      super.close();
    }
  }

  private void count(long bytes) {
    taken += bytes;
    if (taken > limit) {
      BodyLimitFilter.hangUpAfterAnswer(routing);
      throw BodyLimitFilter.tooLarge(limit);
    }
  }
}
