package baton.intake.sources;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * The sources. Those that submit are remembered for {@link #FRESH}, because every submission asks
 * for its source: a change is in force everywhere after that time.
 */
@Singleton
public class Sources {

  /** How old what is remembered of a source may be. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  private final Clock clock;
  private final ManagedExecutor workers;
  private final SecretRows secrets;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(WithSecrets source, Instant at) {}

  /**
   * A source with what proves its platform.
   *
   * @param secrets of which one proves its webhooks, the oldest first
   * @param verifyToken what the platform has to say when it tries the address, or null
   */
  public record WithSecrets(Source source, List<String> secrets, String verifyToken) {

    @Override
    public String toString() {
      return "WithSecrets[" + source.id() + "]";
    }
  }

  Sources(SecretRows secrets, Clock clock, ManagedExecutor workers) {
    this.secrets = secrets;
    this.clock = clock;
    this.workers = workers;
  }

  /** The source of this id; at once if it is remembered. The caller's thread never waits. */
  public CompletionStage<Optional<WithSecrets>> look(String id) {
    Optional<WithSecrets> known = known(id);
    return known.isPresent()
        ? CompletableFuture.completedStage(known)
        : workers.supplyAsync(() -> find(id));
  }

  private Optional<WithSecrets> known(String id) {
    Remembered known = remembered.get(id);
    return known != null && clock.instant().isBefore(known.at().plus(FRESH))
        ? Optional.of(known.source())
        : Optional.empty();
  }

  /** The source of this id, or empty if there is none. */
  public Optional<WithSecrets> find(String id) {
    Optional<WithSecrets> known = known(id);
    if (known.isPresent()) {
      return known;
    }
    Optional<WithSecrets> found =
        QuarkusTransaction.requiringNew()
            .call(() -> SourceEntity.<SourceEntity>findByIdOptional(id).map(this::withSecrets));
    found.ifPresentOrElse(
        source -> remembered.put(id, new Remembered(source, clock.instant())),
        () -> remembered.remove(id));
    return found;
  }

  private WithSecrets withSecrets(SourceEntity row) {
    return new WithSecrets(
        row.toDomain(),
        secrets.of(row.id, SecretPurpose.WEBHOOK),
        secrets.one(row.id, SecretPurpose.VERIFY_TOKEN));
  }

  /** By which what this source tells of by number only is fetched; empty if there is none. */
  public Optional<String> accessToken(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Optional.ofNullable(secrets.one(id, SecretPurpose.ACCESS_TOKEN)));
  }

  /** How making or changing a source ended. */
  public enum Outcome {
    CREATED,
    CHANGED,
    /** It is of another platform, and stays so. */
    OF_ANOTHER_PLATFORM,
    /** It is new, and its platform's secret was not given. */
    WITHOUT_SECRET
  }

  /**
   * A source made or changed, or not.
   *
   * @param source null if nothing was saved
   * @param secret of a new source, made here and to be shown once; otherwise null
   * @param verifyToken the same of the token
   */
  public record Saved(Outcome outcome, Source source, String secret, String verifyToken) {
    private static Saved not(Outcome why) {
      return new Saved(why, null, null, null);
    }

    @Override
    public String toString() {
      return "Saved[" + outcome + "]";
    }
  }

  /** Makes the source, or changes the one of the same id; its secret stays if none is given. */
  public Saved save(Wanted wanted) {
    Saved saved = QuarkusTransaction.requiringNew().call(() -> saveIn(wanted));
    forget(wanted.id());
    return saved;
  }

  private Saved saveIn(Wanted wanted) {
    SourceEntity row = SourceEntity.findById(wanted.id());
    if (row != null && row.platform != wanted.platform()) {
      return Saved.not(Outcome.OF_ANOTHER_PLATFORM);
    }
    if (row != null) {
      row.fill(wanted);
      replace(row.id, SecretPurpose.WEBHOOK, wanted.secret());
      replace(row.id, SecretPurpose.VERIFY_TOKEN, wanted.verifyToken());
      replace(row.id, SecretPurpose.ACCESS_TOKEN, wanted.accessToken());
      return new Saved(Outcome.CHANGED, row.toDomain(), null, null);
    }
    boolean ours = wanted.secret() == null;
    if (ours && wanted.platform().secret() == SecretOrigin.PLATFORM) {
      return Saved.not(Outcome.WITHOUT_SECRET);
    }
    row = new SourceEntity();
    row.id = wanted.id();
    row.platform = wanted.platform();
    row.createdAt = clock.instant();
    row.fill(wanted);
    row.persist();
    String secret = ours ? secrets.random(row.platform) : wanted.secret();
    secrets.add(row.id, SecretPurpose.WEBHOOK, secret);
    boolean tokenOurs = wanted.verifyToken() == null && row.platform.takes(Setting.VERIFY_TOKEN);
    String token = tokenOurs ? secrets.random(row.platform) : wanted.verifyToken();
    replace(row.id, SecretPurpose.VERIFY_TOKEN, token);
    replace(row.id, SecretPurpose.ACCESS_TOKEN, wanted.accessToken());
    return new Saved(
        Outcome.CREATED, row.toDomain(), ours ? secret : null, tokenOurs ? token : null);
  }

  private void replace(String source, SecretPurpose purpose, String secret) {
    if (secret != null) {
      secrets.replace(source, purpose, secret);
    }
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

  /** Has what is remembered of a source read again. */
  void forget(String id) {
    remembered.remove(id);
  }
}
