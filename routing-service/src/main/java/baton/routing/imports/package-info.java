/** Tables that people upload: read as RFC 4180 says, and answered row by row. */
package baton.routing.imports;
