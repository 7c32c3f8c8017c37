package baton.intake.quarantine.rest;

import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.intake.quarantine.Quarantine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what waits in quarantine, and why, in words. */
@Path("/v1/quarantine")
@Tag(name = "Quarantine")
public class QuarantineResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final Quarantine quarantine;

  QuarantineResource(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  /** A quarantined submission. */
  public record QuarantinedView(
      UUID submissionId,
      String source,
      String campaign,
      String reason,
      String explanation,
      Instant arrivedAt) {

    static QuarantinedView from(Quarantine.Entry entry) {
      return new QuarantinedView(
          entry.submissionId(),
          entry.source(),
          entry.campaign(),
          entry.reason(),
          explain(entry.reason()),
          entry.arrivedAt());
    }

    private static String explain(String reason) {
      return switch (reason) {
        case "UNREADABLE" -> "The body is not what its media type says, or cannot be read.";
        case "NO_CONTACT" -> "No e-mail address and no phone number in it could reach anybody.";
        case "UNSTORABLE" -> "It holds a character that no database stores, such as NUL.";
        case "UNMAPPED" ->
            "It can be read and describes no person: it is empty, a company, a deal, or a notice"
                + " that names a contact by a number only.";
        default -> reason;
      };
    }
  }

  @GET
  @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(summary = "Quarantined submissions", description = "Oldest first, with the reason.")
  public Page<QuarantinedView> list(@BeanParam PageRequest page) throws SQLException {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST);
    return page.of(
        quarantine.list(after, page.rowsToRead()).stream().map(QuarantinedView::from).toList(),
        entry -> Cursor.of(entry.submissionId()));
  }
}
