package baton.intake.sources;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** The secrets of the sources, sealed. Its methods run in the transaction of their caller. */
@Singleton
class SecretRows {

  private static final int SECRET_BYTES = 32;

  private final SealedSecrets seals;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecretRows(SealedSecrets seals, Clock clock) {
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * Seals what an earlier version left open, and seals anew what a former key sealed. Fails the
   * start if a secret cannot be opened: better no new version than one that turns a platform away.
   */
  void sealAll(@Observes StartupEvent event) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              List<SourceEntity> open =
                  SourceEntity.<SourceEntity>find("secret is not null")
                      .withLock(LockModeType.PESSIMISTIC_WRITE)
                      .list();
              open.forEach(this::seal);
              SourceSecretEntity.<SourceSecretEntity>listAll().forEach(this::reseal);
            });
  }

  private void seal(SourceEntity source) {
    add(source.id, source.secret);
    source.secret = null;
  }

  private void reseal(SourceSecretEntity row) {
    String secret = seals.open(row.source, row.sealed);
    if (!seals.isCurrent(row.sealed)) {
      row.sealed = seals.seal(row.source, secret);
    }
  }

  /** The secrets of a source, the oldest first. */
  List<String> of(String source) {
    return SourceSecretEntity.of(source).stream()
        .map(row -> seals.open(row.source, row.sealed))
        .toList();
  }

  SourceSecretEntity add(String source, String secret) {
    SourceSecretEntity row = new SourceSecretEntity();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.source = source;
    row.sealed = seals.seal(source, secret);
    row.createdAt = clock.instant();
    row.persist();
    return row;
  }

  void removeAll(String source) {
    SourceSecretEntity.delete("source", source);
  }

  /** A new secret in the form that this platform takes. */
  String random(Platform platform) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return platform == Platform.STANDARD_WEBHOOKS
        ? "whsec_" + Base64.getEncoder().encodeToString(secret)
        : Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
