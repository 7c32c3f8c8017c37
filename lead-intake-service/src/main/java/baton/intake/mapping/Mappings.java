package baton.intake.mapping;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The mappings of sources, compiled once for as long as they stay the same. */
@Singleton
public class Mappings {

  /** More are not remembered: a preview may be of a source that never will be. */
  private static final int MOST = 1_000;

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Mapping mapping, Optional<CompiledMapping> compiled) {}

  /**
   * The mapping of this source, compiled.
   *
   * @param mapping as it is now; null if the source has none
   */
  public Optional<CompiledMapping> of(String source, Mapping mapping) {
    if (mapping == null) {
      return Optional.empty();
    }
    if (known.size() > MOST) {
      known.clear();
    }
    return known
        .compute(
            source,
            (id, before) ->
                before != null && before.mapping().equals(mapping)
                    ? before
                    : new Known(mapping, CompiledMapping.compile(mapping).mapping()))
        .compiled();
  }
}
