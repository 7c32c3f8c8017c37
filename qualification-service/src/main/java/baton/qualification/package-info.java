/**
 * Qualification: decides about each lead and touchpoint against the criteria that Sales signed,
 * says why, and keeps the cycles.
 */
package baton.qualification;
