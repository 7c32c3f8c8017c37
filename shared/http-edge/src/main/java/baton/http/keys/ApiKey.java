package baton.http.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A key as it is listed: everything but the secret.
 *
 * @param subject the source or rep the key acts for; null if it acts for nobody in particular
 * @param revokedAt null while the key is good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
    String prefix,
    String role,
    String name,
    String subject,
    Instant createdAt,
    Instant revokedAt) {}
