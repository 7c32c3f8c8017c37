package baton.intake.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What would become of the rows of a list that were looked at so far.
 *
 * @param run names it
 * @param rows how many those are
 * @param reasons how many would be quarantined, by reason
 * @param examples the first ones that would be
 */
public record DryRun(
    UUID run,
    long rows,
    long newLeads,
    long touchpoints,
    long duplicates,
    long quarantined,
    Map<String, Long> reasons,
    List<Example> examples) {

  /** Before the first row. */
  static DryRun begun() {
    return new DryRun(UUID.randomUUID(), 0, 0, 0, 0, 0, Map.of(), List.of());
  }

  private static final int MOST_EXAMPLES = 100;

  /**
   * A row that would be quarantined.
   *
   * @param row its number, from 1
   */
  public record Example(long row, String reason) {}

  /** The same with a block more. */
  DryRun with(Block block, long[] outcomes, List<Example> quarantinedNow) {
    Map<String, Long> why = new TreeMap<>(reasons);
    quarantinedNow.forEach(one -> why.merge(one.reason(), 1L, Long::sum));
    List<Example> some = new ArrayList<>(examples);
    quarantinedNow.stream().limit(MOST_EXAMPLES - some.size()).forEach(some::add);
    return new DryRun(
        run,
        block.lastRow(),
        newLeads + outcomes[0],
        touchpoints + outcomes[1],
        duplicates + outcomes[2],
        quarantined + quarantinedNow.size(),
        why,
        some);
  }
}
