/**
 * Gives qualified leads to reps in turn.
 *
 * <p>Whoever assigns locks the leads first, then the pool's row, then its seats, so that turns,
 * capacity and daily caps hold exactly under any number of instances. Counters stand on the seats:
 * no assignment ever counts leads. Leads that wait go before new ones; one that nobody with room
 * may have holds up none behind it.
 *
 * <p>An assignment ends with what Sales says of it; its capacity is free at once, and the
 * transaction that frees it gives it to a lead that waits. A rejected lead is not given to the next
 * rep: the rejection ends the cycle, and qualification decides whether there will be another.
 *
 * <p>A lead that was erased at intake leaves its owner or the queue at once and is remembered: the
 * topics have no order among themselves, and a decision that is read after the erasure gives it to
 * nobody. Whatever the order, in the end nobody has it and nobody waits for it. The same holds for
 * a lead that turned out to be another one, for what arrived until then: it may be unmerged, and
 * come back.
 */
package baton.routing.assignment;
