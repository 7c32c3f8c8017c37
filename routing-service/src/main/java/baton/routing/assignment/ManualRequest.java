package baton.routing.assignment;

import baton.http.digest.Sha256;

/**
 * A call by which a person assigns a lead.
 *
 * @param key of the call, by which a repetition is recognised
 * @param body what was asked for
 */
public record ManualRequest(Sha256 key, Sha256 body) {}
