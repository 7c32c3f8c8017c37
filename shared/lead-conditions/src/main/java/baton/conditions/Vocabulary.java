package baton.conditions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attributes that conditions of one kind may ask about. */
public final class Vocabulary {

  /** What is known of a lead, and where its cycle comes from. */
  public static final Vocabulary LEAD =
      new Vocabulary(
          List.of(
              Attribute.text("lead.title", "Job title, as given"),
              Attribute.text("lead.company", "Name of the organisation"),
              Attribute.text("lead.companyDomain", "Domain of the organisation, lower case"),
              Attribute.text("lead.country", "Country of the lead, ISO 3166-1 alpha-2"),
              Attribute.text("lead.industry", "Industry of the organisation, as given"),
              Attribute.number("lead.employees", "Number of employees of the organisation"),
              Attribute.oneOf(
                  "lead.email.kind",
                  List.of("COMPANY", "FREE_MAIL", "DISPOSABLE", "ROLE", "NONE"),
                  "Whose mailbox the e-mail address is"),
              Attribute.oneOf(
                  "lead.email.status",
                  List.of("VALID", "INVALID", "MISSING"),
                  "Whether mail could reach the address"),
              Attribute.oneOf(
                  "lead.phone.status",
                  List.of(
                      "VALID_MOBILE",
                      "VALID_FIXED_LINE",
                      "VALID_OTHER",
                      "INVALID",
                      "UNKNOWN_COUNTRY",
                      "MISSING"),
                  "Whether and what line the phone number can be"),
              Attribute.text("lead.phone.country", "Country of the number, ISO 3166-1 alpha-2"),
              Attribute.text("lead.source", "The source that the cycle is credited to"),
              Attribute.text("lead.campaign", "The campaign that the cycle is credited to")));

  /** One submission of a lead. */
  public static final Vocabulary TOUCHPOINT =
      new Vocabulary(
          List.of(
              Attribute.text("touchpoint.source", "The source it came through"),
              Attribute.text("touchpoint.campaign", "The campaign it is credited to"),
              Attribute.number(
                  "touchpoint.number", "Its place among those of the lead; 1 is the first")));

  /** The decision that made the lead an MQL. */
  public static final Vocabulary DECISION =
      new Vocabulary(
          List.of(
              Attribute.oneOf("decision.grade", List.of("A", "B", "C"), "How well the lead fits"),
              Attribute.number("decision.score", "Points of the decision"),
              Attribute.text("decision.criteriaSet", "The set of criteria that was applied")));

  /** The organisation of the lead, if it is on the list of accounts. */
  public static final Vocabulary ACCOUNT =
      new Vocabulary(
          List.of(
              Attribute.text("account.name", "Name on the list of accounts"),
              Attribute.text("account.industry", "Industry on the list of accounts"),
              Attribute.text("account.country", "Country on the list, ISO 3166-1 alpha-2"),
              Attribute.number("account.employees", "Number of employees on the list"),
              Attribute.truth("account.owned", "Whether a rep owns the account")));

  private final Map<String, Attribute> byPath;

  /**
   * @throws IllegalArgumentException if a path occurs twice
   */
  public Vocabulary(Collection<Attribute> attributes) {
    Map<String, Attribute> paths = new TreeMap<>();
    for (Attribute attribute : attributes) {
      if (paths.put(attribute.path(), attribute) != null) {
        throw new IllegalArgumentException(attribute.path() + " occurs twice");
      }
    }
    byPath = Collections.unmodifiableMap(paths);
  }

  /**
   * These attributes and those.
   *
   * @throws IllegalArgumentException if a path occurs in both
   */
  public Vocabulary and(Vocabulary others) {
    List<Attribute> both = new ArrayList<>(attributes());
    both.addAll(others.attributes());
    return new Vocabulary(both);
  }

  /** The attribute of this path, or empty if there is none. */
  public Optional<Attribute> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** All of them, in the order of their paths. */
  public Collection<Attribute> attributes() {
    return byPath.values();
  }
}
