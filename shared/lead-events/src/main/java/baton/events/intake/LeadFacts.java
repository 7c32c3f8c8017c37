package baton.events.intake;

import baton.events.Descriptive;

/**
 * What is known of a lead without telling who it is. Absent means unknown, never "no".
 *
 * @param title job title as given
 * @param company name of the organisation
 * @param companyDomain domain of the organisation, lower case
 * @param country ISO 3166-1 alpha-2
 * @param industry as given
 * @param employees number of employees of the organisation
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
