package baton.http;

import baton.http.correlation.Correlation;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.MDC;

/** Doors of every kind, for the tests to knock at. */
@Path("/edge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EdgeResource {

  @Inject Caller caller;
  @Inject Correlation correlation;
  @Inject DataSource database;

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "\"nobody said who may see this\"";
  }

  @GET
  @Path("/open")
  @PermitAll
  public Map<String, String> open() {
    return Map.of("name", caller.name(), "role", caller.role());
  }

  @GET
  @Path("/ops")
  @RolesAllowed(Roles.OPS)
  public Map<String, String> ops() {
    return Map.of("name", caller.name(), "role", caller.role());
  }

  @GET
  @Path("/anyone")
  @RolesAllowed({Roles.OPS, Roles.REP, Roles.SOURCE})
  public Map<String, String> anyone() {
    return Map.of(
        "name", caller.name(),
        "role", caller.role(),
        "subject", caller.subject().orElse("none"));
  }

  @POST
  @Path("/orders")
  @PermitAll
  public Response order(@NotNull @Valid Order order) {
    return Response.ok(Map.of("name", order.name())).build();
  }

  @GET
  @Path("/search")
  @PermitAll
  public String search(@QueryParam("min") @Min(1) Integer min) {
    return "[]";
  }

  @GET
  @Path("/bug")
  @PermitAll
  public String bug() {
    throw new IllegalStateException("secret internals of jane@example.com");
  }

  @GET
  @Path("/overflow")
  @PermitAll
  public String overflow() {
    throw new StackOverflowError("secret internals");
  }

  @GET
  @Path("/broken-answer")
  @PermitAll
  @NotNull
  public String brokenAnswer() {
    return null;
  }

  @GET
  @Path("/unwritable")
  @PermitAll
  public Object unwritable() {
    return new Unwritable();
  }

  @GET
  @Path("/query")
  @PermitAll
  public Map<String, Integer> query() throws SQLException {
    try (Connection connection = database.getConnection();
        var row = connection.createStatement().executeQuery("select 1")) {
      row.next();
      return Map.of("one", row.getInt(1));
    }
  }

  @GET
  @Path("/wrong-sql")
  @PermitAll
  public String wrongSql() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("select * from nowhere");
      return "";
    }
  }

  @POST
  @Path("/bytes")
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> bytes(byte[] body) {
    return Map.of("length", body.length);
  }

  @POST
  @Path("/large/bytes")
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> largeBytes(byte[] body) {
    return Map.of("length", body.length);
  }

  @POST
  @Path("/event-loop-bytes")
  @PermitAll
  @NonBlocking
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> eventLoopBytes(byte[] body) {
    return Map.of("length", body.length);
  }

  @GET
  @Path("/correlation")
  @PermitAll
  public Map<String, String> correlation() {
    Map<String, String> seen = new HashMap<>();
    seen.put("id", correlation.id().toString());
    seen.put("mdc", String.valueOf(MDC.get("correlationId")));
    seen.put("traceparent", correlation.traceparent());
    return seen;
  }

  @GET
  @Path("/numbers")
  @PermitAll
  public Page<Integer> numbers(@BeanParam PageRequest page) {
    long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
    List<Integer> rows =
        IntStream.rangeClosed(1, 120)
            .filter(n -> n > after)
            .limit(page.rowsToRead())
            .boxed()
            .toList();
    return page.of(rows, Cursor::of);
  }

  public record Order(
      @NotBlank String name, List<@Valid Item> items, List<@NotBlank String> tags) {}

  public record Item(@Min(1) int quantity, Unit unit) {}

  public enum Unit {
    PIECE,
    DOZEN
  }

  public static final class Unwritable {
    public String getValue() {
      throw new IllegalStateException("secret internals");
    }
  }
}
