package baton.eventlog.runtime;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings of the event log as a service has them. */
final class TestConfig {

  private TestConfig() {}

  static EventLogConfig defaults() {
    return with(Map.of());
  }

  /** The defaults, but for these properties. */
  static EventLogConfig with(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withMapping(EventLogConfig.class)
        .withDefaultValue("quarkus.application.name", "test")
        .withDefaultValues(properties)
        .build()
        .getConfigMapping(EventLogConfig.class);
  }
}
