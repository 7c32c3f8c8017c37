package baton.eventlog.rest;

import baton.eventlog.Transactions;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.ParkedEvents;
import baton.eventlog.inbox.ParkedEvents.ParkedEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that this service could not apply. */
@Path("/v1/parked")
@RolesAllowed({"ops", "admin"})
@Tag(name = "Event log")
public class ParkedResource {

  private static final int PAGE = 100;

  private final Inbox inbox;
  private final Transactions transactions;

  ParkedResource(Inbox inbox, Transactions transactions) {
    this.inbox = inbox;
    this.transactions = transactions;
  }

  /** Parked events, oldest first; the next page begins after the last id of this one. */
  public record Parked(List<ParkedEvent> items) {}

  @GET
  @Operation(summary = "Parked events", description = "Oldest first, at most 100, with the cause.")
  public Parked list(
      @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after)
      throws SQLException {
    return new Parked(transactions.call(connection -> ParkedEvents.list(connection, after, PAGE)));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      summary = "Try a parked event again",
      description = "What waits behind it goes on. 409 if it fails again; it stays parked.")
  public void replay(@PathParam("id") UUID id) throws SQLException {
    try {
      if (!inbox.replay(id)) {
        throw conflict("it failed again and stays parked");
      }
    } catch (NoSuchElementException e) {
      throw new NotFoundException("no such event is parked");
    } catch (IllegalStateException e) {
      throw conflict("its headers cannot be read: it can only be discarded");
    }
  }

  @POST
  @Path("/{id}/discard")
  @Operation(
      summary = "Give a parked event up",
      description = "It counts as dealt with, and what waits behind it goes on.")
  public void discard(@PathParam("id") UUID id) throws SQLException {
    try {
      inbox.discard(id);
    } catch (NoSuchElementException e) {
      throw new NotFoundException("no such event is parked");
    }
  }

  private static ClientErrorException conflict(String why) {
    return new ClientErrorException(why, Response.Status.CONFLICT);
  }
}
