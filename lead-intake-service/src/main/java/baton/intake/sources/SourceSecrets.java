package baton.intake.sources;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The secrets by which a source's webhooks prove themselves: one, or two while one replaces the
 * other, so that nothing is refused meanwhile.
 */
@Singleton
public class SourceSecrets {

  /** How many secrets a source may have. */
  public static final int MOST = 2;

  private final SecretRows rows;
  private final Sources sources;

  SourceSecrets(SecretRows rows, Sources sources) {
    this.rows = rows;
    this.sources = sources;
  }

  /** How adding a secret ended. */
  public enum Addition {
    ADDED,
    /** There are two. */
    TOO_MANY,
    /** It comes from the platform, and was not given. */
    NOT_GIVEN,
    /** It is made here, and was given. */
    GIVEN
  }

  /**
   * A secret added, or not.
   *
   * @param added null if none was
   * @param secret if it was made here, to be shown once; otherwise null
   */
  public record Added(Addition outcome, SourceSecret added, String secret) {
    @Override
    public String toString() {
      return "Added[" + outcome + "]";
    }
  }

  /**
   * Adds a secret to the one that the source has, so that both prove its webhooks.
   *
   * @param given null to have it made here
   */
  public Added add(Source source, String given) {
    SecretOrigin origin = source.platform().secret();
    if (given == null && origin == SecretOrigin.PLATFORM) {
      return new Added(Addition.NOT_GIVEN, null, null);
    }
    if (given != null && origin == SecretOrigin.BATON) {
      return new Added(Addition.GIVEN, null, null);
    }
    String secret = given == null ? rows.random(source.platform()) : given;
    Optional<SourceSecret> added =
        changing(
            source,
            known ->
                known.size() < MOST
                    ? Optional.of(rows.add(source.id(), SecretPurpose.WEBHOOK, secret).toDomain())
                    : Optional.empty());
    return added
        .map(row -> new Added(Addition.ADDED, row, given == null ? secret : null))
        .orElseGet(() -> new Added(Addition.TOO_MANY, null, null));
  }

  /** How removing a secret ended. */
  public enum Removal {
    REMOVED,
    /** The source has no other. */
    LAST,
    UNKNOWN
  }

  /** Removes a secret; within {@link Sources#FRESH} nothing is proved by it any more. */
  public Removal remove(Source source, UUID id) {
    return changing(
        source,
        known -> {
          Optional<SourceSecretEntity> row =
              known.stream().filter(one -> one.id.equals(id)).findFirst();
          if (row.isPresent() && known.size() > 1) {
            row.get().delete();
          }
          return row.map(one -> known.size() > 1 ? Removal.REMOVED : Removal.LAST)
              .orElse(Removal.UNKNOWN);
        });
  }

  /** Which secrets the source has, the oldest first. */
  public List<SourceSecret> of(Source source) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                SourceSecretEntity.of(source.id(), SecretPurpose.WEBHOOK).stream()
                    .map(SourceSecretEntity::toDomain)
                    .toList());
  }

  /** Two callers at once change the secrets of a source one behind the other. */
  private <T> T changing(Source source, Function<List<SourceSecretEntity>, T> change) {
    T changed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  SourceEntity.findById(source.id(), LockModeType.PESSIMISTIC_WRITE);
                  return change.apply(SourceSecretEntity.of(source.id(), SecretPurpose.WEBHOOK));
                });
    sources.forget(source.id());
    return changed;
  }
}
