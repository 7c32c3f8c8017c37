package baton.followup.metrics.rest;

import baton.followup.metrics.Candidates.Place;
import baton.followup.metrics.LeadsBehind;
import baton.followup.metrics.LeadsBehind.Found;
import baton.followup.metrics.OneNumber;
import baton.followup.metrics.Question;
import baton.followup.metrics.domain.Formula;
import baton.followup.names.LeadTraits;
import baton.followup.names.RepNames;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.DayRange;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opens the leads behind a number. */
@Path("/v1/metrics/{name}/cycles")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class LeadsBehindResource {

  private final LeadsBehind leads;
  private final RepNames names;
  private final LeadTraits traits;
  private final Clock clock;

  LeadsBehindResource(LeadsBehind leads, RepNames names, LeadTraits traits, Clock clock) {
    this.leads = leads;
    this.names = names;
    this.traits = traits;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The leads behind a number",
      description =
          "One entry for each that counts, newest first: as many as the metric says for the same days"
              + " and limits with period=total. A page can hold fewer entries than asked for, and still"
              + " not be the last: the last one has no next.")
  public Page<BehindView> behind(
      @PathParam("name") String name,
      @BeanParam DayRange days,
      @BeanParam MetricsLimits limits,
      @QueryParam("of")
          @Parameter(
              description =
                  "Which number. Of a rate: part (if nothing is said) or whole; of stages: the name of"
                      + " the stage; of reasons: one of them, all of them if nothing is said, or whole;"
                      + " of a speed nothing")
          String of,
      @BeanParam PageRequest page)
      throws SQLException {
    Question question = new MetricsQuery().about(MetricsResource.metric(name), days, limits, clock);
    OneNumber number = OneNumber.named(question, of).orElseThrow(() -> refused(question));
    Place from =
        page.after().map(c -> new Place(c.instant(0), c.uuid(1), place(c.number(2)))).orElse(null);
    Found found = leads.find(number, from, page.limit());
    Map<UUID, String> reps =
        names.of(found.items().stream().map(BehindView::repId).collect(Collectors.toList()));
    Map<UUID, LeadTraits.Traits> known =
        traits.of(found.items().stream().map(each -> each.candidate().leadId()).toList());
    return new Page<>(
        found.items().stream().map(each -> BehindView.from(each, reps, known)).toList(),
        found.next() == null
            ? null
            : Cursor.of(found.next().at(), found.next().id(), found.next().given()).toString());
  }

  private static int place(long given) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, given));
  }

  private static RuntimeException refused(Question question) {
    Formula formula = question.metric().formula();
    String names =
        formula instanceof Formula.Stages stages
            ? "is one of "
                + stages.stages(question.isAboutOwners()).stream()
                    .map(Formula.Stage::name)
                    .collect(Collectors.joining(", "))
            : formula instanceof Formula.Rate ? "is part or whole" : "has to be left out";
    return MetricsQuery.invalid("of", names);
  }
}
