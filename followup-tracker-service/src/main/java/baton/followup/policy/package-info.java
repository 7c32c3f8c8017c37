/**
 * What owners owe a lead, when silence about it is recorded, and which reasons an outcome may have:
 * one document, saved whole, of which each version stays.
 */
package baton.followup.policy;
