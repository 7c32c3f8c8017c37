package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.Identifying;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Contact details of a lead as they are now. The only event that tells who somebody is; a record
 * without a value says that the lead was erased.
 *
 * @param leadId the lead
 * @param version grows with each change; an older version is ignored
 * @param email e-mail address as given, trimmed
 * @param phone phone number, E.164 where it could be read, otherwise as given
 * @param givenName given name, as given
 * @param familyName family name, as given
 * @param fullName the whole name, where the sender gave one name only
 * @param notes free text of the submission
 * @param answers answers that no field is mapped to, by question
 * @param title job title, as given
 * @param company name of the organisation
 * @param country country of the lead, ISO 3166-1 alpha-2
 * @param updatedAt when it became so
 */
public record LeadProfile(
    @Descriptive UUID leadId,
    @Descriptive long version,
    @Identifying String email,
    @Identifying String phone,
    @Identifying String givenName,
    @Identifying String familyName,
    @Identifying String fullName,
    @Identifying String notes,
    @Identifying Map<String, String> answers,
    @Descriptive String title,
    @Descriptive String company,
    @Descriptive String country,
    @Descriptive Instant updatedAt)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }

  @Override
  public Instant at() {
    return updatedAt;
  }
}
