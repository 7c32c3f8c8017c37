package baton.intake.submission.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.eventlog.Cause;
import baton.http.digest.Sha256;
import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Many leads in one request, one a line. Each line is a submission of its own, named by the
 * request's {@code Idempotency-Key} and its number, so that a batch that broke off is sent again as
 * it was.
 */
@Path("/v1/leads/batch")
@Tag(name = "Leads")
public class LeadBatchResource {

  static final String NDJSON = "application/x-ndjson";

  private static final String EXAMPLE =
      """
      {"email": "jo.meyer@example.com", "company": "Example GmbH", "campaign": "spring-webinar"}
      {"phone": "+49 151 55501234", "fullName": "Bo Lang"}
      """;

  private static final int MOST_LINES = 10_000;

  /** Lines that are written at the same time; the queue is for others, too. */
  private static final int AT_ONCE = 500;

  private final SubmitLeads submitLeads;
  private final ApiSubmissions submissions;
  private final Sources sources;
  private final DoorMeters doors;
  private final Caller caller;
  private final ObjectMapper json;
  private final Validator validator;

  LeadBatchResource(
      SubmitLeads submitLeads,
      ApiSubmissions submissions,
      Sources sources,
      DoorMeters doors,
      Caller caller,
      ObjectMapper json,
      Validator validator) {
    this.submitLeads = submitLeads;
    this.submissions = submissions;
    this.sources = sources;
    this.doors = doors;
    this.caller = caller;
    this.json = json;
    this.validator = validator;
  }

  @POST
  @Blocking
  @RolesAllowed(Roles.SOURCE)
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(
      summary = "Submit up to 10,000 leads, one a line",
      description =
          "Each line is a lead as in POST /v1/leads, and is answered by a line with its number and the"
              + " status that it would have got alone; empty lines are passed over. Sent again with the"
              + " same Idempotency-Key, each line that was taken gets its answer again. 400 if there are"
              + " more lines, 503 if it broke off: send all of it again.")
  @RequestBody(
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "Two leads", value = EXAMPLE)))
  public String submit(@HeaderParam(IdempotencyKey.HEADER) String header, String body) {
    IdempotencyKey key = IdempotencyKey.required(header);
    List<String> lines = body.lines().toList();
    if (lines.size() > MOST_LINES) {
      throw ProblemType.INVALID_REQUEST.because(
          "more lines than " + MOST_LINES, List.of(FieldError.at("", "is too long")));
    }
    // A key that is bound to no source speaks for the API clients in general.
    Source source =
        submissions.admitted(
            sources.find(caller.subject().orElse("api")), Math.max(1, lines.size()));
    Cause cause = submissions.cause();
    return doors.beginBatch(source).during(() -> answers(key, lines, source, cause));
  }

  private String answers(IdempotencyKey key, List<String> lines, Source source, Cause cause) {
    List<LineAnswer> answers = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); from += AT_ONCE) {
      List<CompletableFuture<LineAnswer>> some = new ArrayList<>(AT_ONCE);
      for (int i = from; i < Math.min(lines.size(), from + AT_ONCE); i++) {
        if (!lines.get(i).isBlank()) {
          some.add(answer(key, i + 1, lines.get(i), source, cause));
        }
      }
      some.forEach(answer -> answers.add(awaited(answer)));
    }
    return answers.stream().map(this::line).collect(Collectors.joining());
  }

  private static LineAnswer awaited(CompletableFuture<LineAnswer> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private CompletableFuture<LineAnswer> answer(
      IdempotencyKey key, int number, String line, Source source, Cause cause) {
    LeadRequest request;
    try {
      request = json.readValue(line, LeadRequest.class);
    } catch (JsonProcessingException e) {
      return refused(number, List.of(FieldError.at("", "is no lead in JSON")));
    }
    if (request == null) {
      return refused(number, List.of(FieldError.at("", "is no lead in JSON")));
    }
    List<FieldError> errors = FieldError.of(validator.validate(request));
    if (!errors.isEmpty()) {
      return refused(number, errors);
    }
    Sha256 dedup = Sha256.of(key.digest() + "#" + number);
    Submission submission =
        submissions.submission(source, dedup, line.getBytes(UTF_8), request, cause);
    return submitLeads
        .submit(submission)
        .<LineAnswer>thenApply((Receipt receipt) -> LineAnswer.of(number, receipt))
        .toCompletableFuture();
  }

  private static CompletableFuture<LineAnswer> refused(int number, List<FieldError> errors) {
    return CompletableFuture.completedFuture(LineAnswer.refused(number, 400, errors));
  }

  private String line(LineAnswer answer) {
    try {
      return json.writeValueAsString(answer) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
