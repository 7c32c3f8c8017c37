/** Who a lead is, for those who may know. */
package baton.intake.identity.rest;
