import {short} from '../core/format.js';
import {people} from '../core/people.js';

/** What to call a lead: by name if that may be known, else by what describes it. */
export function leadTitle({leadId, title, company}) {
  return people.name(leadId) ?? describe({title, company}) ?? `Lead ${short(leadId)}`;
}

/** "VP Sales, Example Ltd"; null if nothing is known. */
export function describe({title, company, country}) {
  const parts = [title, company, country].filter(Boolean);
  return parts.length === 0 ? null : parts.join(', ');
}

/** What else to say of a lead, below what it is called: no word twice. */
export function leadSubtitle(lead) {
  const described = people.name(lead.leadId) === null ? null : describe(lead);
  return [described, lead.campaign ?? lead.source].filter(Boolean).join(' · ');
}
