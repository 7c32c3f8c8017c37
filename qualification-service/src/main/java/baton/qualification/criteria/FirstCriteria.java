package baton.qualification.criteria;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;

/** Puts the default set in force where none ever was, before the channels open and ask for one. */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@Singleton
class FirstCriteria {

  private final CriteriaSets sets;

  FirstCriteria(CriteriaSets sets) {
    this.sets = sets;
  }

  @PostConstruct
  void install() throws SQLException {
    if (sets.inForce().isEmpty()) {
      sets.save(DefaultCriteria.ID, 1, DefaultCriteria.definition(), DefaultCriteria.BY);
      sets.putInForce(DefaultCriteria.ID, 1, DefaultCriteria.BY);
    }
  }
}
