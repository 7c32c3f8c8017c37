package baton.intake.quarantine.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.intake.quarantine.Quarantine;
import baton.intake.quarantine.Quarantine.WithBody;
import baton.intake.quarantine.ReplayQuarantined;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.quarantine.SettleQuarantined.Settlement;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.ReceiptView;
import baton.intake.submission.rest.LeadRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what waits in quarantine, and why, in words, and has it end as it should have. */
@Path("/v1/quarantine")
@RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Quarantine")
public class QuarantineResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final Quarantine quarantine;
  private final SettleQuarantined settle;
  private final ReplayQuarantined replayAll;
  private final Correlation correlation;

  QuarantineResource(
      Quarantine quarantine,
      SettleQuarantined settle,
      ReplayQuarantined replayAll,
      Correlation correlation) {
    this.quarantine = quarantine;
    this.settle = settle;
    this.replayAll = replayAll;
    this.correlation = correlation;
  }

  @GET
  @Operation(summary = "Quarantined submissions", description = "Oldest first, with the reason.")
  public Page<QuarantinedView> list(
      @Valid @BeanParam QuarantineFilter filter, @BeanParam PageRequest page) throws SQLException {
    return page.of(
        quarantine.list(filter.toFilter(), after(page), page.rowsToRead()).stream()
            .map(QuarantinedView::from)
            .toList(),
        entry -> Cursor.of(entry.submissionId()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One of them", description = "404 once it is not quarantined any more.")
  public QuarantinedView get(@PathParam("id") UUID id) throws SQLException {
    return QuarantinedView.from(existing(id).entry());
  }

  @GET
  @Path("/{id}/body")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Its body, byte for byte",
      description =
          "As it came where it came alone; an item of several is written anew. No browser is to take it"
              + " for anything but bytes.")
  public Response body(@PathParam("id") UUID id) throws SQLException {
    return Response.ok(existing(id).body(), MediaType.APPLICATION_OCTET_STREAM)
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"" + id + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      summary = "Read it again",
      description =
          "As its platform's ways and the settings of its source are now. It keeps the time of its"
              + " arrival. Once it is settled, what became of it.")
  public ReceiptView replay(@PathParam("id") UUID id) throws SQLException {
    return ReceiptView.from(settled(settle.replay(id, cause())).receipt());
  }

  @POST
  @Path("/replay")
  @Operation(
      summary = "Read all of them again",
      description =
          "Up to 500 in the order of their arrival; where more are behind them, `next` is the cursor to"
              + " go on with.")
  public ReplayView replay(@Valid @BeanParam QuarantineFilter filter, @BeanParam PageRequest page)
      throws SQLException {
    return ReplayView.from(replayAll.replay(filter.toFilter(), after(page), cause()));
  }

  @POST
  @Path("/{id}/mend")
  @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
  @Operation(
      summary = "Say what it should have said",
      description =
          "The lead as a person reads it takes the place of what the body says. 409 if it is settled"
              + " already.")
  public ReceiptView mend(@PathParam("id") UUID id, @Valid @NotNull LeadRequest lead)
      throws SQLException {
    return done(settle.mend(id, lead.toContent(), cause()));
  }

  /**
   * Why it is nothing.
   *
   * @param reason counted for good
   */
  public record Discard(@NotNull @Schema(examples = "SPAM") DiscardReason reason) {}

  @POST
  @Path("/{id}/discard")
  @Operation(
      summary = "Have it be nothing",
      description = "Its body is deleted; it stays in the counts. 409 if it is settled already.")
  public ReceiptView discard(@PathParam("id") UUID id, @Valid @NotNull Discard discard)
      throws SQLException {
    return done(settle.discard(id, discard.reason(), cause()));
  }

  private WithBody existing(UUID id) throws SQLException {
    return quarantine
        .one(id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such submission is quarantined"));
  }

  private static Settlement settled(Optional<Settlement> settlement) {
    return settlement.orElseThrow(
        () -> ProblemType.NOT_FOUND.because("there is no such submission"));
  }

  private static ReceiptView done(Optional<Settlement> settlement) {
    if (settled(settlement).earlier()) {
      throw ProblemType.CONFLICT.because(
          "it is not quarantined any more: " + settlement.get().receipt().outcome());
    }
    return ReceiptView.from(settlement.get().receipt());
  }

  private static UUID after(PageRequest page) {
    return page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST);
  }

  private Cause cause() {
    return new Cause(correlation.id(), null, correlation.traceparent());
  }
}
