package baton.routing.assignment;

import baton.routing.accounts.AccountTable.Company;
import java.util.Map;

/**
 * A lead that was just qualified.
 *
 * @param attributes what is known of it, by path as routing rules name it
 * @param company by which its account is found
 */
public record WantedLead(QualifiedLead lead, Map<String, Object> attributes, Company company) {}
