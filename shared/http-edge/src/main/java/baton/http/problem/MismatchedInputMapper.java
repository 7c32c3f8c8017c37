package baton.http.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** Quarkus has a mapper of its own for this exception that answers without a body. */
@Provider
@Priority(1)
public class MismatchedInputMapper extends ExceptionMapperBase<MismatchedInputException> {

  @Override
  protected HttpProblem toProblem(MismatchedInputException failure) {
    return HttpProblem.builder().withStatus(400).build();
  }
}
