/** The door for webhooks. */
package baton.intake.webhook.rest;
