/**
 * Decides about leads and keeps their cycles.
 *
 * <p>An arrival opens a cycle and is decided. What a later touchpoint does depends on the lead's
 * latest cycle at the time of the touchpoint's arrival:
 *
 * <ul>
 *   <li>nurtured or disqualified: it is decided with everything known by then. If the lead
 *       qualifies, a new cycle begins, credited to this touchpoint; otherwise the decision is about
 *       the cycle there is;
 *   <li>with Sales (qualified, or converted): it is noted and not decided.
 * </ul>
 *
 * <p>Sales ends a cycle by rejecting or recycling (the lead is nurtured again) or by disqualifying.
 * Converting does not end it: a person whose opportunity is open is nobody's new lead. A conversion
 * can still be followed by one of the endings. The first ending counts.
 *
 * <p><b>Order.</b> The topics of intake and of follow-up are read independently, so a touchpoint
 * can be read before or after the ending of the cycle it came after. What counts is the time it
 * arrived at the door against the time at which the cycle ended: as long as no ending is known a
 * touchpoint stays undecided, and the ending settles it. Any interleaving gives the same cycles,
 * the same decisions and the same events. Touchpoints of one lead are taken in the order of
 * intake's topic.
 *
 * <p><b>Erasure.</b> After {@code lead erased} nothing is decided about a lead. If Sales has it,
 * the cycle ends with the erasure; if Sales ended the cycle before that time, that ending stands,
 * whichever is read first. Undecided touchpoints are noted. This is the one place where the order
 * of reading shows: a touchpoint that came after an ending and before the erasure is decided only
 * if the ending is read before the erasure. Nothing that tells who a lead is comes to this service,
 * so nothing is deleted, and history and statistics stay.
 */
package baton.qualification.decision;
