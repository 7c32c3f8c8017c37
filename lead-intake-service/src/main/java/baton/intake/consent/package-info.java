/** What people said about being contacted, one word behind the other. */
package baton.intake.consent;
