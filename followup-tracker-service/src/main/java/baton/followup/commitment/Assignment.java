package baton.followup.commitment;

import baton.followup.commitment.domain.Commitment;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.RepActivity;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A row of {@code assignment} with its commitments: who had a cycle, and what was made of it. */
final class Assignment {

  final UUID id;
  final UUID cycleId;
  final UUID repId;
  final Instant assignedAt;
  final Map<Commitment.Kind, Commitment> commitments = new EnumMap<>(Commitment.Kind.class);
  Instant releasedAt;

  /** What was already said of the owner's engagement. */
  Instant acceptedAt;

  Instant firstTouchAt;
  Instant closedAt;
  String closedBy;

  Assignment(UUID id, UUID cycleId, UUID repId, Instant assignedAt) {
    this.id = id;
    this.cycleId = cycleId;
    this.repId = repId;
    this.assignedAt = assignedAt;
  }

  Engagement engagement(Collection<RepActivity> activities) {
    return Engagement.of(repId, assignedAt, releasedAt, activities);
  }

  /** When it ended, by its outcome or by routing; null if it goes on. */
  Instant endedAt(Engagement engagement) {
    return engagement.closing() == null ? releasedAt : engagement.closing().at();
  }
}
