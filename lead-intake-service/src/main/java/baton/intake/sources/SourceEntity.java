package baton.intake.sources;

import baton.intake.mapping.Mapping;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

  @Enumerated(EnumType.STRING)
  @Column(name = "signed_text", nullable = false)
  SignedText signedText;

  @JdbcTypeCode(SqlTypes.JSON)
  Mapping mapping;

  @JdbcTypeCode(SqlTypes.JSON)
  Proof proof;

  @Column(name = "requests_per_second")
  Integer requestsPerSecond;

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
    v3Only = wanted.settings().v3Only();
    signedText = wanted.settings().signedText();
    mapping = wanted.settings().mapping();
    proof = wanted.settings().proof();
    requestsPerSecond = wanted.settings().requestsPerSecond();
    campaign = wanted.campaign();
    country = wanted.country();
    active = wanted.active();
  }

  Source toDomain() {
    SourceSettings settings =
        new SourceSettings(
            v3Only, signedText, mapping, proof == null ? Proof.DEFAULT : proof, requestsPerSecond);
    return new Source(id, name, platform, settings, campaign, country, active, createdAt);
  }
}
