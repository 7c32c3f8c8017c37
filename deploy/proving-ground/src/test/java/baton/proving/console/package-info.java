/** The console in a real browser, on a system on which a day was played. */
package baton.proving.console;
