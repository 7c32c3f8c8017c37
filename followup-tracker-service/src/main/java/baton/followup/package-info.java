/** followup-tracker: records engagement, or its absence, for every lead. */
package baton.followup;
