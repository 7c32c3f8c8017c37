package baton.intake.mapping;

import baton.intake.mapping.Expression.Unusable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping whose expressions are compiled. Immutable, safe to use from several threads. */
public final class CompiledMapping {

  /** The fields that can be mapped, as {@code POST /v1/leads} names them. */
  public static final Set<String> FIELDS =
      Set.of(
          "email",
          "phone",
          "givenName",
          "familyName",
          "fullName",
          "title",
          "company",
          "companyDomain",
          "country",
          "industry",
          "employees",
          "campaign",
          "notes",
          "sentAt",
          "externalId");

  private static final String TIME = "sentAt";

  private final Optional<Expression> items;
  private final Optional<Expression> id;
  private final Optional<Expression> sequence;
  private final Optional<Expression> when;
  private final Map<String, Expression> fields;
  private final Map<String, Expression> answers;
  private final List<CompiledConsent> consents;

  /** A box that can be ticked. */
  record CompiledConsent(
      String purpose, Expression granted, Optional<Expression> wording, Optional<Expression> at) {}

  private CompiledMapping(Mapping mapping, MappingCompiler compiler) {
    this.items = compiler.optional("/items", MappingCompiler.BODY, mapping.items());
    this.id = compiler.optional("/id", MappingCompiler.ITEM, mapping.id());
    this.sequence = compiler.optional("/sequence", MappingCompiler.ITEM, mapping.sequence());
    this.when = compiler.optional("/when", MappingCompiler.ITEM, mapping.when());
    this.fields = compiler.fields(mapping.fields());
    this.answers = compiler.all("/answers/", mapping.answers());
    this.consents = compiler.consents(mapping.consents());
  }

  /**
   * What came of compiling.
   *
   * @param mapping empty if there are mistakes
   */
  public record Compilation(Optional<CompiledMapping> mapping, List<MappingMistake> mistakes) {}

  /** Compiles a mapping, or says what is wrong with it. */
  public static Compilation compile(Mapping mapping) {
    MappingCompiler compiler = new MappingCompiler();
    CompiledMapping compiled = new CompiledMapping(mapping, compiler);
    List<MappingMistake> mistakes = compiler.mistakes();
    return new Compilation(mistakes.isEmpty() ? Optional.of(compiled) : Optional.empty(), mistakes);
  }

  /** The items of a body, as far as the mapping says where they are and a list is there. */
  public Optional<List<JsonNode>> items(JsonNode body) {
    return found(
        items,
        body,
        value ->
            value instanceof Collection<?> list ? list.stream().map(Values::json).toList() : null);
  }

  /** What makes an item one, as far as the mapping says it and it is there. */
  public Optional<String> id(JsonNode item) {
    return found(id, item, Values::text);
  }

  /** The number of an item among all of its source, as far as the mapping says it and it is one. */
  public Optional<Long> sequence(JsonNode item) {
    return found(sequence, item, Values::number);
  }

  private static <T> Optional<T> found(
      Optional<Expression> expression, JsonNode part, Function<Object, T> as) {
    try {
      return expression.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(as.apply(expression.get().of(part)));
    } catch (Unusable e) {
      return Optional.empty();
    }
  }

  /** What is found in an item. Of what cannot be found nothing is said but why. */
  public Mapped map(JsonNode item) {
    Mapped.Builder found = new Mapped.Builder();
    when.ifPresent(
        expression ->
            found.isInquiry(found.attempt("/when", () -> Values.truth(expression.of(item)))));
    fields.forEach(
        (name, expression) ->
            found.field(
                name,
                found.attempt(
                    "/fields/" + name,
                    () ->
                        name.equals(TIME)
                            ? Values.time(expression.of(item))
                            : Values.text(expression.of(item)))));
    answers.forEach(
        (question, expression) ->
            found.answer(
                question,
                found.attempt("/answers/" + question, () -> Values.text(expression.of(item)))));
    for (int i = 0; i < consents.size(); i++) {
      consent(found, "/consents/" + i, consents.get(i), item);
    }
    return found.build();
  }

  private static void consent(
      Mapped.Builder found, String pointer, CompiledConsent box, JsonNode item) {
    Boolean granted =
        found.attempt(pointer + "/granted", () -> Values.truth(box.granted().of(item)));
    if (granted == null) {
      return;
    }
    String wording =
        found.attempt(
            pointer + "/wording",
            () -> box.wording().isEmpty() ? null : Values.text(box.wording().get().of(item)));
    String at =
        found.attempt(
            pointer + "/at",
            () -> box.at().isEmpty() ? null : Values.time(box.at().get().of(item)));
    found.consent(new Mapped.Box(box.purpose(), granted, wording, at));
  }
}
