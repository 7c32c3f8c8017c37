package baton.followup.timeline.rest;

import baton.followup.names.RepNames;
import baton.followup.timeline.Timeline;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One timeline of a lead over all services. */
@Path("/v1/leads/{id}/timeline")
@Tag(name = "Timeline")
public class TimelineResource {

  /** Before everything: strangers date what they record. */
  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  private final Timeline timeline;
  private final RepNames names;
  private final ObjectMapper json;

  TimelineResource(Timeline timeline, RepNames names, ObjectMapper json) {
    this.timeline = timeline;
    this.names = names;
    this.json = json;
  }

  /** An entry; {@code what} is for people, {@code type} and {@code data} are for programs. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TimelineEntry")
  public record EntryView(
      Instant at,
      Instant recordedAt,
      UUID cycleId,
      String what,
      String topic,
      String type,
      UUID eventId,
      JsonNode data) {}

  @GET
  @RolesAllowed({
    Roles.INTEGRATION,
    Roles.REP,
    Roles.MANAGER,
    Roles.MARKETING,
    Roles.OPS,
    Roles.ADMIN
  })
  @Operation(
      summary = "The timeline of a lead",
      description = "Everything that happened, in the order of happening; descriptive fields only.")
  public Page<EntryView> timeline(@PathParam("id") UUID leadId, @BeanParam PageRequest page)
      throws SQLException {
    Instant after = page.after().map(cursor -> cursor.instant(0)).orElse(BEGINNING);
    long afterId = page.after().map(cursor -> cursor.number(1)).orElse(0L);
    List<Timeline.Entry> entries = timeline.of(leadId, after, afterId, page.rowsToRead());
    if (entries.isEmpty() && page.after().isEmpty()) {
      throw ProblemType.NOT_FOUND.because("nothing is known of such a lead here");
    }
    Page<Timeline.Entry> rows = page.of(entries, entry -> Cursor.of(entry.at(), entry.id()));
    return new Page<>(views(rows.items()), rows.next());
  }

  private List<EntryView> views(List<Timeline.Entry> entries) throws SQLException {
    List<JsonNode> contents = entries.stream().map(this::content).toList();
    List<UUID> owners = new ArrayList<>();
    contents.forEach(data -> owners.add(Sentences.repId(data)));
    Map<UUID, String> reps = names.of(owners);
    List<EntryView> views = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      views.add(view(entries.get(i), contents.get(i), reps));
    }
    return views;
  }

  private static EntryView view(Timeline.Entry entry, JsonNode data, Map<UUID, String> reps) {
    return new EntryView(
        entry.at(),
        entry.recordedAt(),
        entry.cycleId(),
        Sentences.of(entry.type(), data, reps),
        entry.topic(),
        entry.type(),
        entry.eventId(),
        data);
  }

  private JsonNode content(Timeline.Entry entry) {
    try {
      return json.readTree(entry.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
