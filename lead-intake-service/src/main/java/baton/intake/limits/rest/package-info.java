/** What is answered to who sends too much. */
package baton.intake.limits.rest;
