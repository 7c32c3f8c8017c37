/**
 * A day of sales that is played through the public doors. What is going to happen is planned first,
 * from a seed and the length of the day alone; then it is played against the clock.
 */
package baton.proving.demo;
