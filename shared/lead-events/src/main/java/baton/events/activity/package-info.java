/** What CRM integrations say to Baton: what reps did. */
package baton.events.activity;
