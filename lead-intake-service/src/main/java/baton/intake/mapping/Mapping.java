package baton.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Where a sender of a form of its own has what a lead needs: expressions of CEL, that of {@code
 * items} over {@code body}, all others over {@code item}.
 *
 * @param items the list of items in a body; null: the body is one, or each element if it is a list
 * @param id what makes an item one; null: all of it
 * @param sequence its number among all items of the source, counted without gaps; null: it has none
 * @param when whether an item is an inquiry; null: each is
 * @param fields by the names that {@code POST /v1/leads} has for them
 * @param answers by the questions under which they are kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mapping(
    String items,
    String id,
    String sequence,
    String when,
    Map<String, String> fields,
    Map<String, String> answers,
    List<ConsentMapping> consents) {

  public Mapping {
    fields = fields == null ? Map.of() : Map.copyOf(fields);
    answers = answers == null ? Map.of() : Map.copyOf(answers);
    consents = consents == null ? List.of() : List.copyOf(consents);
  }

  /**
   * A box that can be ticked.
   *
   * @param purpose what for; this is no expression
   * @param granted whether it is ticked; a lead of whom this cannot be told said nothing about it
   * @param wording to what, or null
   * @param at when, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ConsentMapping(String purpose, String granted, String wording, String at) {}
}
