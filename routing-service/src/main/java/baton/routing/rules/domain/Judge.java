package baton.routing.rules.domain;

import java.util.Map;

/** Tells whether a condition is met. */
@FunctionalInterface
public interface Judge {

  /**
   * The same condition and attributes always give the same verdict.
   *
   * @param attributes by path; one that is missing is unknown
   */
  Verdict judge(String condition, Map<String, Object> attributes);
}
