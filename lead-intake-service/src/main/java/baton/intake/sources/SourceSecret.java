package baton.intake.sources;

import java.time.Instant;
import java.util.UUID;

/** That there is a secret, and not which. */
public record SourceSecret(UUID id, Instant createdAt) {}
