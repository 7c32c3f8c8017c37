package baton.intake.quarantine;

import baton.eventlog.Cause;
import baton.intake.quarantine.Quarantine.Entry;
import baton.intake.quarantine.Quarantine.Filter;
import baton.intake.submission.Receipt;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replays what is in quarantine, a run of submissions at a time. */
@Singleton
public class ReplayQuarantined {

  /** How many submissions are read again at most at once. */
  public static final int MOST = 500;

  private final Quarantine quarantine;
  private final SettleQuarantined settle;

  ReplayQuarantined(Quarantine quarantine, SettleQuarantined settle) {
    this.quarantine = quarantine;
    this.settle = settle;
  }

  /**
   * What became of a run of submissions.
   *
   * @param released became a lead or a touchpoint
   * @param discarded are nothing, as their sender says
   * @param quarantined can reach nobody even now
   * @param last the last one that was read again, or empty if none is behind it
   */
  public record Run(int released, int discarded, int quarantined, Optional<UUID> last) {}

  /** Replays those behind this submission, up to {@link #MOST} in the order of their arrival. */
  public Run replay(Filter filter, UUID after, Cause cause) throws SQLException {
    List<Entry> entries = quarantine.list(filter, after, MOST);
    int released = 0;
    int discarded = 0;
    int left = 0;
    for (Entry entry : entries) {
      Optional<SettleQuarantined.Settlement> settled = settle.replay(entry.submissionId(), cause);
      Receipt receipt = settled.orElseThrow().receipt();
      if (receipt instanceof Receipt.Quarantined) {
        left++;
      } else if (receipt instanceof Receipt.Discarded) {
        discarded++;
      } else {
        released++;
      }
    }
    return new Run(
        released,
        discarded,
        left,
        entries.size() < MOST
            ? Optional.empty()
            : Optional.of(entries.get(MOST - 1).submissionId()));
  }
}
