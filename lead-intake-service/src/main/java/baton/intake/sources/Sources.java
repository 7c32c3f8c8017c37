package baton.intake.sources;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sources. Those that submit are remembered for {@link #FRESH}, because every submission asks
 * for its source: a change is in force everywhere after that time.
 */
@Singleton
public class Sources {

  /** How old what is remembered of a source may be. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  private static final int SECRET_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(WithSecret source, Instant at) {}

  /** A source and the secret that signs its webhooks, in the form {@code whsec_<base64>}. */
  public record WithSecret(Source source, String secret) {
    @Override
    public String toString() {
      return "WithSecret[" + source.id() + "]";
    }
  }

  Sources(Clock clock) {
    this.clock = clock;
  }

  /** The source of this id, or empty if there is none. */
  public Optional<WithSecret> find(String id) {
    Remembered known = remembered.get(id);
    if (known != null && clock.instant().isBefore(known.at().plus(FRESH))) {
      return Optional.of(known.source());
    }
    Optional<WithSecret> found =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    SourceEntity.<SourceEntity>findByIdOptional(id)
                        .map(row -> new WithSecret(row.toDomain(), row.secret)));
    found.ifPresentOrElse(
        source -> remembered.put(id, new Remembered(source, clock.instant())),
        () -> remembered.remove(id));
    return found;
  }

  /**
   * Makes or changes a source.
   *
   * @param created whether it is new
   * @param secret of a new source, to be shown once; null for one that existed
   */
  public record Saved(Source source, boolean created, String secret) {}

  /** Makes the source, or changes the one of the same id; its secret stays. */
  public Saved save(String id, String name, String campaign, String country, boolean active) {
    Saved saved =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  SourceEntity row = SourceEntity.findById(id);
                  boolean created = row == null;
                  if (created) {
                    row = new SourceEntity();
                    row.id = id;
                    row.secret = newSecret();
                    row.createdAt = clock.instant();
                  }
                  row.name = name;
                  row.campaign = campaign;
                  row.country = country;
                  row.active = active;
                  if (created) {
                    row.persist();
                  }
                  return new Saved(row.toDomain(), created, created ? row.secret : null);
                });
    remembered.remove(id);
    return saved;
  }

  /** Sources in the order of their ids, beginning after this one. */
  public List<Source> list(String after, int most) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Panache.getEntityManager()
                    .createQuery("from SourceEntity where id > ?1 order by id", SourceEntity.class)
                    .setParameter(1, after)
                    .setMaxResults(most)
                    .getResultStream()
                    .map(SourceEntity::toDomain)
                    .toList());
  }

  private String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }
}
