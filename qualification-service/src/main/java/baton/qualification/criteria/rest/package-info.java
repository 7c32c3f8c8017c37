/** The doors to the criteria. */
package baton.qualification.criteria.rest;
