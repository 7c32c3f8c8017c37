package baton.http.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * No key where one is needed. The extension's own mapper (3.21.0) reads a field that Quarkus 3.34
 * no longer has and fails.
 */
@Provider
@Priority(1)
public class UnauthorizedMapper extends ExceptionMapperBase<UnauthorizedException> {

  @Override
  protected HttpProblem toProblem(UnauthorizedException failure) {
    return ProblemType.UNAUTHENTICATED.because("send a key as X-API-Key or as a bearer token");
  }
}
