package baton.intake.sources;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code source}. */
@Entity
@Table(name = "source")
class SourceEntity extends PanacheEntityBase {

  @Id String id;

  @Column(nullable = false)
  String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  Platform platform;

  @Column(name = "v3_only")
  boolean v3Only;

  String campaign;
  String country;

  /** As an earlier version left it; {@link SecretRows} seals it. */
  String secret;

  boolean active;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** Takes over what may change. */
  void fill(Wanted wanted) {
    name = wanted.name();
    v3Only = wanted.v3Only();
    campaign = wanted.campaign();
    country = wanted.country();
    active = wanted.active();
  }

  Source toDomain() {
    return new Source(id, name, platform, v3Only, campaign, country, active, createdAt);
  }
}
