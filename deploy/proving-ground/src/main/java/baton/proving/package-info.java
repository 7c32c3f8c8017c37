/**
 * Where the system is put to the proof from outside, through its public doors: a day of sales that
 * is played, and measurements under load.
 */
package baton.proving;
