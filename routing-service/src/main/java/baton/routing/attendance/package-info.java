/** Who is at work and who is not, in everybody's own zone. */
package baton.routing.attendance;
