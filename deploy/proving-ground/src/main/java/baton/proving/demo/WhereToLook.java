package baton.proving.demo;

import baton.local.Home;
import baton.local.keys.LocalKeys;
import java.net.URI;
import java.util.List;

/** What a person does next, once the day is over. */
record WhereToLook(URI origin, Home home, LocalKeys keys) {

  private static final List<String> ROLES = List.of("manager", "marketing", "rep", "ops");

  String text(DayReport report) {
    StringBuilder text = new StringBuilder("\nWhere to look\n\n");
    text.append("  Console            %s/%n".formatted(origin));
    text.append(
        "  Sign in with a key; those of all roles are in %s, as ./baton up shows them:%n"
            .formatted(home.keys()));
    for (String role : ROLES) {
      text.append("    %-16s %s%n".formatted(role, keys.of(role)));
    }
    text.append("\n  Leads worth a look\n");
    report
        .stories()
        .forEach(
            (story, lead) ->
                text.append(
                    "    %s%n      %s/#/leads/%s%n".formatted(story.title(), origin, lead)));
    text.append(improvement(report));
    text.append("\n  ./baton recompute says whether every number is what the facts say.\n");
    return text.toString();
  }

  /** The campaign that is shown to other people from the middle of the day on. */
  private static String improvement(DayReport report) {
    List<DayReport.Lead> leads = report.through(Campaign.PAID_SEARCH.id());
    return "%n  %s improved: %d %% of its leads qualified in the first half of the day, %d %% in the second.%n"
        .formatted(Campaign.PAID_SEARCH.id(), percent(leads, false), percent(leads, true));
  }

  private static long percent(List<DayReport.Lead> leads, boolean secondHalf) {
    List<DayReport.Lead> half =
        leads.stream().filter(lead -> lead.secondHalf() == secondHalf).toList();
    long qualified = half.stream().filter(DayReport.Lead::qualified).count();
    return half.isEmpty() ? 0 : Math.round(100.0 * qualified / half.size());
  }
}
