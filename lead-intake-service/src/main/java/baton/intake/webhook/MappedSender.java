package baton.intake.webhook;

import baton.intake.mapping.CompiledMapping;
import baton.intake.mapping.Mapped;
import baton.intake.mapping.MappingMistake;
import baton.intake.mapping.Mappings;
import baton.intake.sources.Source;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A sender of a form of its own. The mapping of its source says where everything is; without one,
 * fields are found by their names. A mapping that was saved when more was allowed finds nothing.
 */
abstract class MappedSender extends JsonSender {

  private final Mappings mappings;

  MappedSender(Mappings mappings) {
    this.mappings = mappings;
  }

  /** The mapping of the source that a delivery is for. */
  final Optional<CompiledMapping> mapping(Delivery delivery) {
    Source source = delivery.source().source();
    return mappings.of(source.id(), source.settings().mapping());
  }

  /** Of an item that was kept alone the mapping finds no items: it is one. */
  @Override
  List<JsonNode> cut(Delivery delivery, JsonNode body) {
    return mapping(delivery)
        .flatMap(mapping -> mapping.items(body))
        .orElseGet(() -> super.cut(delivery, body));
  }

  @Override
  Long sequence(Delivery delivery, JsonNode item) {
    return item.isObject()
        ? mapping(delivery).flatMap(mapping -> mapping.sequence(item)).orElse(null)
        : null;
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    Optional<CompiledMapping> usable = mapping(delivery);
    boolean isUnusable =
        usable.isEmpty() && delivery.source().source().settings().mapping() != null;
    if (!item.isObject() || isUnusable) {
      return new Said.Unmapped();
    }
    return usable
        .map(mapping -> said(mapping.map(item)))
        .orElseGet(() -> new Said.Inquiry(new FieldFinder(item).content()));
  }

  @Override
  public List<MappingMistake> missing(Delivery kept) {
    JsonNode item = item(kept);
    return item.isObject()
        ? mapping(kept).map(mapping -> mapping.map(item).missing()).orElse(List.of())
        : List.of();
  }

  private static Said said(Mapped mapped) {
    if (mapped.isInquiry() == null) {
      return new Said.Unmapped();
    }
    if (!mapped.isInquiry()) {
      return new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    }
    NamedFields fields = new NamedFields();
    mapped.fields().forEach(fields::field);
    fields.externalId(mapped.fields().get("externalId"));
    mapped.answers().forEach(fields::answer);
    mapped
        .consents()
        .forEach(box -> fields.ticked(box.purpose(), box.granted(), box.wording(), box.at()));
    return new Said.Inquiry(fields.content());
  }
}
