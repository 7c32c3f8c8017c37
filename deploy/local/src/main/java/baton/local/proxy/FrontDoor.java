package baton.local.proxy;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The one origin: a reverse proxy that streams in both directions and keeps nothing. It has no
 * limit on how long an answer may take, because server-sent events never end.
 */
public final class FrontDoor implements AutoCloseable {

  private static final int CONNECTIONS = 256;

  private final Vertx vertx;

  private FrontDoor(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException if the port cannot be taken
   */
  public static FrontDoor open(String host, int port, Origins origins) {
    FileSystemOptions noTemporaryFiles =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noTemporaryFiles));
    FrontDoor door = new FrontDoor(vertx);
    int instances = Math.max(2, Runtime.getRuntime().availableProcessors());
    try {
      vertx
          .deployVerticle(
              () -> new Door(host, port, origins), new DeploymentOptions().setInstances(instances))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return door;
    } catch (CompletionException e) {
      door.close();
      throw new IllegalStateException("cannot listen on " + host + ":" + port, e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception itEndsWithTheProcess) {
      // Nothing depends on it any more.
    }
  }

  /** One event loop's share. */
  private static final class Door extends AbstractVerticle {
    private final String host;
    private final int port;
    private final Origins origins;

    Door(String host, int port, Origins origins) {
      this.host = host;
      this.port = port;
      this.origins = origins;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient(toServices()));
      Passage passage = new Passage(origins);
      proxy.addInterceptor(passage).origin(passage::connect);
      vertx
          .createHttpServer(options())
          .requestHandler(proxy)
          .listen(port, host)
          .<Void>mapEmpty()
          .onComplete(started);
    }

    /**
     * HTTP/1.1 only: behind an upgrade to HTTP/2, a broken origin would leave the caller hanging.
     */
    private static HttpServerOptions options() {
      return new HttpServerOptions()
          .setHttp2ClearTextEnabled(false)
          .setHandle100ContinueAutomatically(true);
    }

    private static HttpClientOptions toServices() {
      return new HttpClientOptions()
          .setMaxPoolSize(CONNECTIONS)
          .setConnectTimeout(2_000)
          .setKeepAliveTimeout(30);
    }
  }
}
