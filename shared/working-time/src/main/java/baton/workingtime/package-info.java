/**
 * Working time of a person or a team: a {@link baton.workingtime.WorkingCalendar} knows zone,
 * weekly hours, public holidays and absences, and answers in exact interval arithmetic.
 *
 * <p>It is shared because a deadline that two services compute differently is a bug. It depends on
 * no framework, reads no clock, and writes nothing down: whoever needs the intervals later keeps
 * what {@link baton.workingtime.WorkingCalendar#intervals} returns.
 */
package baton.workingtime;
