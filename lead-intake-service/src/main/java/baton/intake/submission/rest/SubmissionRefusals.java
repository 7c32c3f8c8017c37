package baton.intake.submission.rest;

import baton.http.problem.ProblemType;
import baton.intake.submission.SubmitLeads;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a door answers when a submission could not be taken at this moment. */
class SubmissionRefusals {

  @ServerExceptionMapper
  Response busy(SubmitLeads.Busy busy) {
    return respond(ProblemType.UNAVAILABLE.because("too many submissions wait; come back shortly"));
  }

  @ServerExceptionMapper
  Response inProgress(SubmitLeads.InProgress inProgress) {
    return respond(
        ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS.because("the same request is being written"));
  }

  private static Response respond(HttpProblem problem) {
    return problem.toResponse();
  }
}
