package baton.intake.sources;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

  String campaign;
  String country;

  @Column(nullable = false)
  String secret;

  boolean active;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  Source toDomain() {
    return new Source(id, name, campaign, country, active, createdAt);
  }
}
