package baton.qualification.criteria;

import baton.qualification.criteria.CriteriaStore.InForce;
import baton.qualification.decision.CriteriaInForce;
import baton.qualification.decision.domain.CriteriaSet;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The criteria in force, compiled. Which they are is asked in every transaction, so that a change
 * counts from the next batch on in all instances; what was compiled last is remembered.
 */
@Singleton
public class CompiledCriteria implements CriteriaInForce {

  private final CriteriaStore store;
  private final CriteriaCompiler compiler;
  private volatile CriteriaSet remembered;

  public CompiledCriteria(CriteriaStore store, CriteriaCompiler compiler) {
    this.store = store;
    this.compiler = compiler;
  }

  @Override
  public CriteriaSet read(Connection connection) throws SQLException {
    InForce inForce =
        store
            .inForce(connection)
            .orElseThrow(() -> new IllegalStateException("no criteria are in force"));
    CriteriaSet known = remembered;
    if (known != null && known.id().equals(inForce.id()) && known.version() == inForce.version()) {
      return known;
    }
    CriteriaSet compiled =
        compiler.compile(store.find(connection, inForce.id(), inForce.version()).orElseThrow());
    remembered = compiled;
    return compiled;
  }
}
