package baton.http.keys;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Says whose key it is: from the configuration, from a moment ago, or from the database. */
@Startup
@ApplicationScoped
class KnownKeys {

  /** The longest a revoked key goes on working at another instance. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final ConfiguredKeys configuration;
  private final ApiKeys stored;
  private final DataSource database;
  private final RecentKeys recent = new RecentKeys(REMEMBERED.toNanos(), System::nanoTime);
  private final Map<String, KeyHolder> configured = new HashMap<>();

  @Inject
  KnownKeys(ConfiguredKeys configuration, ApiKeys stored, DataSource database) {
    this.configuration = configuration;
    this.stored = stored;
    this.database = database;
  }

  /** A bad entry stops the service here, at its start, and not a caller later. */
  @PostConstruct
  void readConfiguration() {
    for (String entry : configuration.entries().orElse(List.of())) {
      KeyHolder holder = ConfiguredKeys.read(entry);
      if (configured.put(holder.prefix(), holder) != null) {
        throw new IllegalArgumentException("prefix twice in baton.keys: " + holder.prefix());
      }
    }
  }

  /** Without any waiting; empty if the database has to be asked. */
  Optional<KeyHolder> atOnce(ApiKeyText key) {
    byte[] sha256 = key.sha256();
    KeyHolder holder = configured.get(key.prefix());
    return holder != null && holder.matches(sha256)
        ? Optional.of(holder)
        : recent.find(key.prefix(), sha256);
  }

  /**
   * Asks the database; blocks.
   *
   * @throws IllegalStateException caused by a {@link SQLException} if the database cannot say
   */
  Optional<KeyHolder> inDatabase(ApiKeyText key) {
    try (Connection connection = database.getConnection()) {
      Optional<KeyHolder> found =
          stored.find(connection, key.prefix()).filter(holder -> holder.matches(key.sha256()));
      found.ifPresent(recent::remember);
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot look up an API key", failure);
    }
  }

  void forget(String prefix) {
    recent.forget(prefix);
  }
}
