/** What was acknowledged, held against what the databases have. */
package baton.proving.bench.books;
