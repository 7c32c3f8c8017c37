package baton.http.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** A key that is malformed, unknown, wrong or revoked; which of them is nobody's business. */
@Provider
@Priority(1)
public class AuthenticationFailedMapper extends ExceptionMapperBase<AuthenticationFailedException> {

  @Override
  protected HttpProblem toProblem(AuthenticationFailedException failure) {
    return ProblemType.UNAUTHENTICATED.because("this key is not valid");
  }
}
