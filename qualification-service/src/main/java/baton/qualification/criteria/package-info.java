/**
 * What Sales asks of a lead: sets of criteria in JSON with conditions in CEL, each saved in
 * versions that never change, one of them in force.
 */
package baton.qualification.criteria;
