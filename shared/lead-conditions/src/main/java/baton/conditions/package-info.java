/**
 * Conditions over a lead, written in CEL (Common Expression Language): {@code lead.country == "DE"
 * && lead.employees >= 50}. They are met, not met, or cannot be told because something that they
 * need is missing; and each answer names every attribute that was read, with its value. {@link
 * baton.conditions.Conditions} compiles them, and refuses with line, column and a suggestion what
 * could not work or would cost too much.
 */
package baton.conditions;
