/** Rep activity posted over HTTP; the same as on the topic {@code baton.activity}. */
package baton.followup.activity;
