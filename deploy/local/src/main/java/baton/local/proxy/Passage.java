package baton.local.proxy;

import baton.local.proxy.Origins.Origin;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.Iterator;
import java.util.Optional;

/**
 * What happens to one request on its way: it loses its prefix, says where it came from, goes to the
 * instance whose turn it is (or the next, if that one does not listen), and is answered here if
 * nobody is there.
 */
final class Passage implements ProxyInterceptor {

  private final Origins origins;

  Passage(Origins origins) {
    this.origins = origins;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Optional<Origin> origin = origins.of(request.proxiedRequest().path());
    if (origin.isEmpty()) {
      return Future.succeededFuture(answer(request, Trouble.nothingHere()));
    }
    introduce(request, origin.get());
    request.setURI(origin.get().stripped(request.getURI()));
    return context
        .sendRequest()
        .recover(
            failure ->
                Future.succeededFuture(
                    answer(request, Trouble.of(origin.get().name(), reached(failure)))));
  }

  /** Opens the connection for a request; it is asked before the interceptor's changes count. */
  Future<HttpClientRequest> connect(ProxyContext context) {
    HttpServerRequest request = context.request().proxiedRequest();
    Iterator<Integer> ports = origins.of(request.path()).orElseThrow().portsInTurn().iterator();
    return connect(context.client(), ports);
  }

  private static Future<HttpClientRequest> connect(HttpClient client, Iterator<Integer> ports) {
    RequestOptions target = new RequestOptions().setHost("127.0.0.1").setPort(ports.next());
    Future<HttpClientRequest> request = client.request(target);
    return ports.hasNext() ? request.recover(away -> connect(client, ports)) : request;
  }

  /** Whatever a caller claims about itself is replaced: only this proxy knows. */
  private static void introduce(ProxyRequest request, Origin origin) {
    HttpServerRequest caller = request.proxiedRequest();
    request.headers().remove("Forwarded");
    request.headers().remove("Expect");
    request.putHeader("X-Forwarded-For", caller.remoteAddress().hostAddress());
    request.putHeader("X-Forwarded-Proto", caller.scheme());
    if (caller.authority() != null) {
      request.putHeader("X-Forwarded-Host", caller.authority().toString());
    }
    request.headers().remove("X-Forwarded-Prefix");
    if (!origin.prefix().isEmpty()) {
      request.putHeader("X-Forwarded-Prefix", origin.prefix());
    }
  }

  private static boolean reached(Throwable failure) {
    return !(failure instanceof ConnectException);
  }

  private static ProxyResponse answer(ProxyRequest request, Trouble trouble) {
    request.release();
    ProxyResponse response = request.response().setStatusCode(trouble.status());
    response.putHeader("Content-Type", "application/problem+json");
    if (trouble.status() == Trouble.AWAY) {
      response.putHeader("Retry-After", "5");
    }
    return response.setBody(Body.body(trouble.body()));
  }
}
