/**
 * The whole system from the outside: started as {@code ./baton up} starts it, used by its doors.
 */
package baton.local.e2e;
