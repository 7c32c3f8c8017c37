package baton.intake.erasure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Keeps the profile topic forgetting: tombstones daily for a week, a marker hourly to each
 * partition.
 */
@Singleton
class ProfileUpkeep {

  private final EraseLead eraseLead;
  private final PartitionMarkers markers;

  ProfileUpkeep(EraseLead eraseLead, PartitionMarkers markers) {
    this.eraseLead = eraseLead;
    this.markers = markers;
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void resendTombstones() throws SQLException {
    eraseLead.resendTombstones();
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void markPartitions() throws SQLException {
    markers.write();
  }
}
