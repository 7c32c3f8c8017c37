package baton.intake.sources;

import java.time.Instant;

/**
 * Where submissions come from.
 *
 * @param id short name, also on every event: lower-case letters, digits and hyphens
 * @param platform what sends for it; never changes
 * @param settings those that its platform takes
 * @param campaign credited where a submission names none, or null
 * @param country ISO 3166-1 alpha-2 in which phone numbers without a prefix are meant, or null
 * @param active false: its webhooks are refused
 */
public record Source(
    String id,
    String name,
    Platform platform,
    SourceSettings settings,
    String campaign,
    String country,
    boolean active,
    Instant createdAt) {}
