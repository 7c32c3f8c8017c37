package baton.eventlog.runtime;

import baton.eventlog.Transactions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions of the application server, so that entities and plain JDBC share one. */
@Singleton
class JtaTransactions implements Transactions {

  private final AgroalDataSource dataSource;

  JtaTransactions(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T> T call(Work<T> work) throws SQLException {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                try (Connection connection = dataSource.getConnection()) {
                  return work.on(connection);
                }
              });
    } catch (QuarkusTransactionException e) {
      // Checked exceptions of the work, and of the commit, come wrapped.
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw e;
    }
  }
}
