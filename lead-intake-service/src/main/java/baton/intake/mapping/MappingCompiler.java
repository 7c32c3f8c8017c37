package baton.intake.mapping;

import baton.intake.mapping.CompiledMapping.CompiledConsent;
import baton.intake.mapping.Expression.Unusable;
import baton.intake.mapping.Mapping.ConsentMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles the expressions of one mapping and notes what is wrong with which. */
final class MappingCompiler {

  static final String BODY = "body";
  static final String ITEM = "item";

  private final List<MappingMistake> mistakes = new ArrayList<>();

  List<MappingMistake> mistakes() {
    return List.copyOf(mistakes);
  }

  Optional<Expression> optional(String pointer, String variable, String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Expression.of(variable, text));
    } catch (Unusable e) {
      mistakes.add(new MappingMistake(pointer, e.getMessage()));
      return Optional.empty();
    }
  }

  Map<String, Expression> fields(Map<String, String> texts) {
    for (String name : texts.keySet()) {
      if (!CompiledMapping.FIELDS.contains(name)) {
        mistakes.add(new MappingMistake("/fields/" + name, "is no field of a lead"));
      }
    }
    return all("/fields/", texts);
  }

  Map<String, Expression> all(String pointer, Map<String, String> texts) {
    Map<String, Expression> compiled = new LinkedHashMap<>();
    new TreeMap<>(texts)
        .forEach(
            (name, text) ->
                optional(pointer + name, ITEM, text)
                    .ifPresent(expression -> compiled.put(name, expression)));
    return compiled;
  }

  List<CompiledConsent> consents(List<ConsentMapping> given) {
    List<CompiledConsent> compiled = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      ConsentMapping consent = given.get(i);
      String pointer = "/consents/" + i;
      Optional<Expression> granted = optional(pointer + "/granted", ITEM, consent.granted());
      Optional<Expression> wording = optional(pointer + "/wording", ITEM, consent.wording());
      Optional<Expression> at = optional(pointer + "/at", ITEM, consent.at());
      granted.ifPresent(
          expression ->
              compiled.add(new CompiledConsent(consent.purpose(), expression, wording, at)));
    }
    return compiled;
  }
}
