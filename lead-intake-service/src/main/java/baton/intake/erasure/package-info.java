/**
 * Erasure: everything that tells who a lead is goes, its history stays. What goes: profile, match
 * keys, ids in other systems, raw bodies. A submission of the same person afterwards is a new lead.
 */
package baton.intake.erasure;
