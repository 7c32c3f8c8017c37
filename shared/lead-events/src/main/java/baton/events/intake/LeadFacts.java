package baton.events.intake;

import baton.events.Descriptive;

/**
 * What is known of a lead without telling who it is. Absent means unknown, never "no".
 *
 * @param title job title, as given
 * @param company name of the organisation
 * @param companyDomain domain of the organisation, lower case
 * @param country country of the lead, ISO 3166-1 alpha-2
 * @param industry industry of the organisation, as given
 * @param employees number of employees of the organisation
 * @param email what intake found out about the e-mail address
 * @param phone what intake found out about the phone number
 */
@Descriptive
public record LeadFacts(
    String title,
    String company,
    String companyDomain,
    String country,
    String industry,
    Integer employees,
    EmailFacts email,
    PhoneFacts phone) {}
