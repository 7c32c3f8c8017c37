package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One item of a body.
 *
 * @param index in its body, from 0
 * @param json missing if the body is not JSON
 * @param raw as it came, where it came alone; otherwise written anew
 */
record Item(int index, JsonNode json, byte[] raw) {}
