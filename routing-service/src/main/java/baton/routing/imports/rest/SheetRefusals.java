package baton.routing.imports.rest;

import baton.http.problem.ProblemType;
import baton.routing.imports.CsvSheet;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A table that cannot be read as one is refused as a whole. */
@Provider
public class SheetRefusals extends ExceptionMapperBase<CsvSheet.Unreadable> {

  @Override
  protected HttpProblem toProblem(CsvSheet.Unreadable failure) {
    return ProblemType.INVALID_REQUEST.because("the table " + failure.getMessage());
  }
}
