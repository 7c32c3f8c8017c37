/** Tests of the conditions. */
package baton.conditions;
