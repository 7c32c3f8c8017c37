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
    add(source.id, SecretPurpose.WEBHOOK, source.secret);
    source.secret = null;
  }

  private void reseal(SourceSecretEntity row) {
    String secret = open(row);
    if (!seals.isCurrent(row.sealed)) {
      row.sealed = seals.seal(row.binding(), secret);
    }
  }

  private String open(SourceSecretEntity row) {
    return seals.open(row.binding(), row.sealed);
  }

  /** The secrets of a source for this purpose, the oldest first. */
  List<String> of(String source, SecretPurpose purpose) {
    return SourceSecretEntity.of(source, purpose).stream().map(this::open).toList();
  }

  /** The one secret of a source for this purpose, or null. */
  String one(String source, SecretPurpose purpose) {
    return of(source, purpose).stream().findFirst().orElse(null);
  }

  SourceSecretEntity add(String source, SecretPurpose purpose, String secret) {
    SourceSecretEntity row = new SourceSecretEntity();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.source = source;
    row.purpose = purpose;
    row.sealed = seals.seal(row.binding(), secret);
    row.createdAt = clock.instant();
    row.persist();
    return row;
  }

  /** Puts this secret in the place of all that there are for this purpose. */
  void replace(String source, SecretPurpose purpose, String secret) {
    SourceSecretEntity.delete("source = ?1 and purpose = ?2", source, purpose);
    add(source, purpose, secret);
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
