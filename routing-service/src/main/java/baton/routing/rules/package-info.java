/**
 * The routing rules: which pool a lead goes to, and to whom before that. A set is replaced as a
 * whole and gets a version; versions are kept, because decisions name the one they were made with.
 */
package baton.routing.rules;
