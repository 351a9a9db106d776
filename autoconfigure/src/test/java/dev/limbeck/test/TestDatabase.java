package dev.limbeck.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database of a {@link PostgresServer}.
 *
 * @param url the JDBC URL, without credentials
 * @param host the host
 * @param port the port
 * @param name the name of the database
 * @param username the superuser
 * @param password the password of the superuser
 */
public record TestDatabase(String url, String host, int port, String name, String username, String password) {

	/**
	 * Open a connection of one's own.
	 * @return the connection, in autocommit mode
	 */
	public Connection connect() {
		try {
			return DriverManager.getConnection(this.url, this.username, this.password);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return a DataSource without a pool.
	 * @return the data source
	 */
	public DataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.url);
		dataSource.setUser(this.username);
		dataSource.setPassword(this.password);
		return dataSource;
	}

	/**
	 * Return the major version of the server.
	 * @return the version, such as 18
	 */
	public int version() {
		return Integer.parseInt(query("SHOW server_version_num").get(0)) / 10000;
	}

	/**
	 * Execute statements.
	 * @param sql one or more statements
	 */
	public void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the first column of a query's rows as text.
	 * @param sql the query
	 * @return a string a row; {@code "null"} for SQL's null
	 */
	public List<String> query(String sql) {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> result = new ArrayList<>();
			while (rows.next()) {
				result.add(String.valueOf(rows.getString(1)));
			}
			return result;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
