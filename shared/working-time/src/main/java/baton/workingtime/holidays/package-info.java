/** Public holidays of countries and their regions, as computed by jollyday. */
package baton.workingtime.holidays;
