package baton.intake.webhook;

/**
 * An answer of 200 in the words of a platform.
 *
 * @param mediaType of the body
 * @param body as it is sent
 */
public record Answer(String mediaType, String body) {}
