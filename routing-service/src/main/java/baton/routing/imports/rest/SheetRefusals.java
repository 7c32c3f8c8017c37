package baton.routing.imports.rest;

import baton.http.problem.ProblemType;
import baton.routing.imports.CsvSheet;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A table that cannot be read as one is refused as a whole. */
class SheetRefusals {

  @ServerExceptionMapper
  Response unreadable(CsvSheet.Unreadable e) {
    return ProblemType.INVALID_REQUEST.because("the table " + e.getMessage()).toResponse();
  }
}
