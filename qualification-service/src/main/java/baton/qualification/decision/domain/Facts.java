package baton.qualification.decision.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a lead, by attribute. What is absent is unknown, and never "no".
 *
 * @param values no blank ones
 */
public record Facts(Map<Attribute, String> values) {

  /** Nothing is known. */
  public static final Facts NONE = new Facts(Map.of());

  private static final String NOT_GIVEN = "MISSING";

  /** Leaves out what is blank. */
  public Facts {
    Map<Attribute, String> known = new EnumMap<>(Attribute.class);
    values.forEach(
        (attribute, value) -> {
          if (value != null && !value.isBlank()) {
            known.put(attribute, value);
          }
        });
    values = Map.copyOf(known);
  }

  /** The value, or empty if it is unknown. */
  public Optional<String> get(Attribute attribute) {
    return Optional.ofNullable(values.get(attribute));
  }

  /**
   * These facts, replaced by those newer ones that are known. E-mail and phone are replaced as a
   * whole, and only if the newer submission gave one: who leaves the phone field empty has not lost
   * the phone.
   */
  public Facts with(Facts newer) {
    Map<Attribute, String> merged = new EnumMap<>(Attribute.class);
    merged.putAll(values);
    Map<Attribute, String> said = new EnumMap<>(Attribute.class);
    said.putAll(newer.values);
    keepUnlessGiven(merged, said, Attribute.EMAIL_STATUS, Attribute.EMAIL_KIND);
    keepUnlessGiven(merged, said, Attribute.PHONE_STATUS, Attribute.PHONE_COUNTRY);
    merged.putAll(said);
    return new Facts(merged);
  }

  /** These facts, where they are still those after as they were before. */
  Facts without(Facts before, Facts after) {
    Map<Attribute, String> left = new EnumMap<>(Attribute.class);
    left.putAll(values);
    for (Attribute attribute : Attribute.values()) {
      Optional<String> now = get(attribute);
      if (now.equals(after.get(attribute)) && !now.equals(before.get(attribute))) {
        left.remove(attribute);
        before.get(attribute).ifPresent(was -> left.put(attribute, was));
      }
    }
    return new Facts(left);
  }

  private static void keepUnlessGiven(
      Map<Attribute, String> known, Map<Attribute, String> said, Attribute status, Attribute rest) {
    boolean given = said.containsKey(status) && !NOT_GIVEN.equals(said.get(status));
    if (given) {
      known.remove(rest);
    } else if (known.containsKey(status)) {
      said.remove(status);
      said.remove(rest);
    }
  }
}
