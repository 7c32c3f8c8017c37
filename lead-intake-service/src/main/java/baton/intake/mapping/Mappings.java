package baton.intake.mapping;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The mappings of sources, compiled once for as long as they stay the same. */
@Singleton
public class Mappings {

  private static final Logger LOG = Logger.getLogger(Mappings.class);

  /** More are not remembered: a preview may be of a source that never will be. */
  private static final int MOST = 1_000;

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Mapping mapping, Optional<CompiledMapping> compiled) {}

  /**
   * The mapping of this source, compiled.
   *
   * @param mapping as it is now; null if the source has none
   * @return empty if the source has none, or one that is not allowed any more
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
                    : new Known(mapping, compiled(source, mapping)))
        .compiled();
  }

  private static Optional<CompiledMapping> compiled(String source, Mapping mapping) {
    CompiledMapping.Compilation compilation = CompiledMapping.compile(mapping);
    if (compilation.mapping().isEmpty()) {
      LOG.warnf(
          "the mapping of source=%s is not allowed any more at %s: what it posts is quarantined",
          source, compilation.mistakes().stream().map(MappingMistake::pointer).toList());
    }
    return compilation.mapping();
  }
}
