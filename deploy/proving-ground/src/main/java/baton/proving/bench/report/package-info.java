/** What was measured, as text that is a table on a screen and in Markdown alike. */
package baton.proving.bench.report;
