package baton.intake.verification.rest;

import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.intake.verification.LoadedMailLists;
import baton.intake.verification.LoadedMailLists.Size;
import baton.intake.verification.MailList;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists by which e-mail addresses are told apart: of throw-away, free and role mailboxes. */
@Path("/v1/mail-lists")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Tag(name = "Mail lists")
public class MailListsResource {

  private static final int MOST = 200_000;
  private static final int MOST_MISTAKES = 20;
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9-]{0,62})\\.)+[a-z0-9-]{2,63}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9._+-]{1,64}");

  private final LoadedMailLists lists;

  MailListsResource(LoadedMailLists lists) {
    this.lists = lists;
  }

  /** All lists. */
  public record MailListsView(List<Size> items) {}

  @GET
  @Operation(summary = "The lists and how long they are")
  public MailListsView list() throws SQLException {
    return new MailListsView(lists.sizes());
  }

  @PUT
  @Path("/{list}")
  @Consumes(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "Load a list",
      description =
          "DISPOSABLE and FREE_MAIL have domains, ROLE what stands before the @; one a line, # begins a"
              + " comment. In the place of what was loaded before; what is built in stays. An empty list"
              + " goes back to that. In force at every instance within seconds, for what comes then.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(type = SchemaType.STRING),
              examples =
                  @ExampleObject(
                      name = "Two domains",
                      value =
                          "# of providers of throw-away mailboxes\nmailbox.example\ntrash.example")))
  public MailListsView load(@PathParam("list") String name, String text) throws SQLException {
    MailList list =
        Stream.of(MailList.values())
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such list"));
    lists.load(list, entries(list, text));
    return list();
  }

  private static List<String> entries(MailList list, String text) {
    Pattern form = list == MailList.ROLE ? NAME : DOMAIN;
    List<String> entries = new ArrayList<>();
    List<FieldError> mistakes = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String entry = lines[i].replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (form.matcher(entry).matches()) {
        entries.add(entry);
      } else if (!entry.isEmpty() && mistakes.size() < MOST_MISTAKES) {
        mistakes.add(FieldError.at("/" + (i + 1), "is no entry of this list"));
      }
    }
    if (entries.size() > MOST) {
      mistakes.add(FieldError.at("", "has more than " + MOST + " entries"));
    }
    if (!mistakes.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the list cannot be loaded", mistakes);
    }
    return entries;
  }
}
