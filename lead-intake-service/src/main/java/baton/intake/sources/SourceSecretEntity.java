package baton.intake.sources;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of {@code source_secret}. */
@Entity
@Table(name = "source_secret")
class SourceSecretEntity extends PanacheEntityBase {

  @Id UUID id;

  @Column(nullable = false)
  String source;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  SecretPurpose purpose;

  @Column(nullable = false)
  byte[] sealed;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** The secrets of a source for this purpose, the oldest first. */
  static List<SourceSecretEntity> of(String source, SecretPurpose purpose) {
    return list("source = ?1 and purpose = ?2 order by createdAt, id", source, purpose);
  }

  /** What it is bound to when it is sealed. */
  String binding() {
    return purpose.binding(source);
  }

  SourceSecret toDomain() {
    return new SourceSecret(id, createdAt);
  }
}
