/** Reads bodies of any form by expressions that whoever connects a source writes. */
package baton.intake.mapping;
