package baton.qualification.criteria;

import baton.qualification.decision.domain.CriteriaSet;
import java.time.Instant;

/** The default set, compiled as it would be from the store. */
public final class DefaultSet {

  public static final CriteriaSet V1 =
      new CriteriaCompiler()
          .compile(
              CriteriaVersion.first(
                  DefaultCriteria.ID,
                  DefaultCriteria.definition(),
                  Instant.parse("2026-03-02T09:00:00Z"),
                  DefaultCriteria.BY));

  private DefaultSet() {}
}
