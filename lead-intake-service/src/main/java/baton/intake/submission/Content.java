package baton.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a submission says, as the sender put it. Null means that it does not say.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param answers answers that no other field takes, by question
 * @param sentAt the sender's own time
 * @param externalId by which the source knows the person
 * @param consents what the person said about being contacted; never null
 */
public record Content(
    String email,
    String phone,
    String givenName,
    String familyName,
    String fullName,
    String title,
    String company,
    String companyDomain,
    String country,
    String industry,
    Integer employees,
    String campaign,
    String notes,
    Map<String, String> answers,
    Instant sentAt,
    String externalId,
    List<Consent> consents) {

  public Content {
    consents = consents == null ? List.of() : List.copyOf(consents);
  }

  /** The same with what is said besides the fields of a lead. */
  public Content with(Map<String, String> others, String id, List<Consent> words) {
    return new Content(
        email,
        phone,
        givenName,
        familyName,
        fullName,
        title,
        company,
        companyDomain,
        country,
        industry,
        employees,
        campaign,
        notes,
        others,
        sentAt,
        id,
        words);
  }
}
