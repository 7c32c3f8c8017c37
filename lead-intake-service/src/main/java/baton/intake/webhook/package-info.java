/** Webhooks: what a platform posts of its own accord, proved by its signature. */
package baton.intake.webhook;
