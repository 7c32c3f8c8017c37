package baton.intake.importing.rest;

import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.importing.Imports;
import baton.intake.importing.UnreadableList;
import baton.intake.importing.UploadList;
import baton.intake.importing.UploadList.Uploaded;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door by which lists come. */
@Path("/v1/imports")
@Tag(name = "Imports")
public class UploadResource {

  private static final String EXAMPLE =
      """
      E-Mail;First name;Company;Newsletter opt-in
      jo.meyer@example.com;Jo;Example GmbH;yes
      """;

  private final UploadList upload;
  private final Imports imports;
  private final Sources sources;

  UploadResource(UploadList upload, Imports imports, Sources sources) {
    this.upload = upload;
    this.imports = imports;
    this.sources = sources;
  }

  @POST
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Upload a list",
      description =
          "CSV with a header, up to 1 GiB. Nothing is written before somebody says what its columns mean"
              + " and starts it. 400 if it cannot be read, with the row where; then nothing is kept.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "Visitors of a stand", value = EXAMPLE)))
  public Response upload(
      @HeaderParam(IdempotencyKey.HEADER) String header,
      @Valid @BeanParam UploadParameters of,
      InputStream file)
      throws SQLException, IOException {
    IdempotencyKey key = IdempotencyKey.required(header);
    if (sources.find(of.source).map(found -> found.source()).filter(Source::active).isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because(
          "there is no such source",
          List.of(FieldError.parameter("source", "must be an active source")));
    }
    UploadList.Wanted wanted =
        new UploadList.Wanted(of.source, of.name, of.charset(), of.separator(), key.digest());
    try {
      return answer(upload.upload(wanted, file));
    } catch (UnreadableList e) {
      throw ProblemType.INVALID_REQUEST.because(
          "the list " + e.getMessage(), List.of(FieldError.at("", e.getMessage())));
    }
  }

  private Response answer(Uploaded uploaded) throws SQLException {
    if (uploaded instanceof Uploaded.OfAnotherFile) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.because("this key came with another file before");
    } else if (uploaded instanceof Uploaded.InProgress) {
      throw ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS.because("the file is being uploaded");
    } else if (uploaded instanceof Uploaded.Cancelled) {
      throw ProblemType.CONFLICT.because("somebody cancelled it meanwhile");
    } else if (uploaded instanceof Uploaded.Again again) {
      return Response.status(201)
          .header(IdempotencyKey.REPLAYED, true)
          .entity(view(again.id()))
          .build();
    }
    UUID id = ((Uploaded.New) uploaded).id();
    return Response.status(201).entity(view(id)).build();
  }

  private ImportView view(UUID id) throws SQLException {
    return ImportView.from(imports.find(id).orElseThrow(ImportsResource::missing));
  }
}
