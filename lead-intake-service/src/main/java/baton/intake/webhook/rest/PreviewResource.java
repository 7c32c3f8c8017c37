package baton.intake.webhook.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.sources.Setting;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.webhook.TryOut;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries how a body would be read, before anything is saved. */
@Path("/v1/sources/{id}/preview")
@Tag(name = "Sources")
public class PreviewResource {

  private final Sources sources;
  private final TryOut tryOut;

  PreviewResource(Sources sources, TryOut tryOut) {
    this.sources = sources;
    this.tryOut = tryOut;
  }

  @POST
  @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Try how a body would be read",
      description =
          "By the ways of the source's platform, and by its mapping or the one that is given. The source"
              + " need not be there yet. Records nothing, so that no Idempotency-Key is needed.")
  public PreviewView preview(
      @PathParam("id") @PlainText String id, @Valid @NotNull PreviewRequest request) {
    Source source =
        sources
            .find(id)
            .map(found -> request.with(found.source()))
            .orElseGet(() -> request.toSource(id));
    List<FieldError> misfits = new ArrayList<>();
    if (request.platform() != null && request.platform() != source.platform()) {
      misfits.add(FieldError.at("/platform", "is another one than the source has"));
    }
    if (request.mapping() != null && !source.platform().takes(Setting.MAPPING)) {
      misfits.add(FieldError.at("/mapping", "is nothing that this platform has"));
    }
    if (request.mapping() != null) {
      misfits.addAll(request.mapping().mistakes());
    }
    String mediaType =
        request.mediaType() == null ? MediaType.APPLICATION_JSON : request.mediaType();
    if (!tryOut.takes(source, mediaType)) {
      misfits.add(FieldError.at("/mediaType", "is none that this platform posts"));
    }
    if (!misfits.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the preview does not fit the source", misfits);
    }
    return PreviewView.from(tryOut.read(source, mediaType, request.body().getBytes(UTF_8)));
  }
}
