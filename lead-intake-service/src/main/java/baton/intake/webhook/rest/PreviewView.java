package baton.intake.webhook.rest;

import baton.events.intake.LeadFacts;
import baton.intake.mapping.MappingMistake;
import baton.intake.submission.Content;
import baton.intake.submission.Reading;
import baton.intake.webhook.TryOut;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would become of each item of a body. */
public record PreviewView(List<ItemView> items) {

  /**
   * What would become of one.
   *
   * @param outcome LEAD (new or known), QUARANTINED or DISCARDED
   * @param reason why it would be quarantined or discarded
   * @param campaign that would be credited
   * @param lead what it says, absent unless somebody can be reached
   * @param facts what is found out about it and published
   * @param missing what the mapping could not find, with a pointer to the expression
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PreviewedItem")
  public record ItemView(
      String outcome,
      String reason,
      String campaign,
      Content lead,
      LeadFacts facts,
      List<MappingMistake> missing) {

    static ItemView from(TryOut.Tried tried) {
      Reading reading = tried.reading();
      if (reading instanceof Reading.Usable usable) {
        return new ItemView(
            "LEAD",
            null,
            reading.campaign(),
            usable.person().content(),
            usable.person().facts(),
            tried.missing());
      }
      boolean isNothing = reading instanceof Reading.Nothing;
      return new ItemView(
          isNothing ? "DISCARDED" : "QUARANTINED",
          isNothing
              ? ((Reading.Nothing) reading).why().name()
              : ((Reading.Unusable) reading).why().name(),
          reading.campaign(),
          null,
          null,
          tried.missing());
    }

    /** Not of whom. */
    @Override
    public String toString() {
      return "ItemView[" + outcome + "]";
    }
  }

  static PreviewView from(List<TryOut.Tried> tried) {
    return new PreviewView(tried.stream().map(ItemView::from).toList());
  }
}
