/** The tables of the criteria. */
package baton.qualification.criteria.persistence;
