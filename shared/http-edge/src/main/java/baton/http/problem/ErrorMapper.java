package baton.http.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** The extension maps exceptions only; an {@link Error} would be answered bare. */
@Provider
public class ErrorMapper extends ExceptionMapperBase<Error> {

  @Override
  protected HttpProblem toProblem(Error failure) {
    return HttpProblem.builder().withStatus(500).build();
  }
}
