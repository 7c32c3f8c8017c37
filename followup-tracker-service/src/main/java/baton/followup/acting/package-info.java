/** Which rep somebody may act for: a rep's own key acts for that rep and for nobody else. */
package baton.followup.acting;
