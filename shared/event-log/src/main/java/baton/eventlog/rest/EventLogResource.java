package baton.eventlog.rest;

import baton.eventlog.Transactions;
import baton.eventlog.inbox.Gaps;
import baton.eventlog.inbox.Gaps.Gap;
import baton.eventlog.relay.Rebase;
import baton.eventlog.relay.Relay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The event log of this service. */
@Path("/v1/event-log")
@RolesAllowed({"ops", "admin"})
@Tag(name = "Event log")
public class EventLogResource {

  private static final int MOST_GAPS = 1000;

  private final Transactions transactions;

  EventLogResource(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Events that have not come although later ones of the same subject have. */
  public record GapList(List<Gap> items) {}

  /** The event after which something begins; 0 for all. */
  public record After(@NotNull @PositiveOrZero @Schema(examples = "0") Long id) {}

  @GET
  @Path("/gaps")
  @Operation(
      summary = "Missing events",
      description = "By topic, subject and sequence; 1000 at most.")
  public GapList gaps() throws SQLException {
    return new GapList(transactions.call(connection -> Gaps.find(connection, MOST_GAPS)));
  }

  @POST
  @Path("/replay")
  @Operation(
      summary = "Publish again",
      description =
          "Everything after this event of the log is sent again; 0 sends all. Readers drop what they"
              + " have. A broker that lost its data is noticed and served without this.")
  public void replay(@Valid @NotNull After after) throws SQLException {
    transactions.call(
        connection -> {
          Relay.replayFrom(connection, after.id());
          return null;
        });
  }

  @POST
  @Path("/rebase")
  @Operation(
      summary = "Adopt a restored database",
      description =
          "After a restore or a failover the relay stops. This lets it go on: everything after this"
              + " event of the log is sent again, everything up to it counts as sent. Takes"
              + " minutes where the log is long; if it ends early, call it again.")
  public void rebase(@Valid @NotNull After after) throws SQLException {
    Rebase.after(transactions, after.id());
  }
}
