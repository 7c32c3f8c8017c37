package baton.local.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where the services' databases are, on the server that was started here or on an existing one.
 *
 * @param baseUrl like {@code jdbc:postgresql://host:5432/}, with parameters after a {@code ?}
 */
public record Databases(String baseUrl, String user, String password) {

  /** The JDBC address of one database. */
  public String url(String database) {
    int parameters = baseUrl.indexOf('?');
    String server = parameters < 0 ? baseUrl : baseUrl.substring(0, parameters);
    String slash = server.endsWith("/") ? "" : "/";
    return server + slash + database + (parameters < 0 ? "" : baseUrl.substring(parameters));
  }

  /**
   * Creates the database if it does not exist.
   *
   * @throws SQLException if the server cannot be reached or the user may not create it
   */
  public void create(String database) throws SQLException {
    if (exists(database)) {
      return;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database \"" + database + "\"");
    }
  }

  /** What {@code SHOW} says of a setting of the server. */
  public String setting(String name) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement("select current_setting(?)")) {
      query.setString(1, name);
      try (var result = query.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private boolean exists(String database) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, database);
      try (var result = query.executeQuery()) {
        return result.next();
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), user, password);
  }
}
