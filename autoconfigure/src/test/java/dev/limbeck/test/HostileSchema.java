package dev.limbeck.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A database in whose schema {@code public} a role that may create objects there has
 * planted overloads of all operators and functions, and types and relations that are
 * called like those of the server. Each of them tells when it is called.
 *
 * @param database the database
 * @param role the role
 */
public record HostileSchema(TestDatabase database, String role) {

	/**
	 * Create such a database.
	 * @return the database
	 */
	public static HostileSchema create() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		HostileSchema hostile = new HostileSchema(database, database.name() + "_mallory");
		database.execute("CREATE ROLE " + hostile.role + " LOGIN PASSWORD 'mallory'");
		database.execute(read().replace("{mallory}", hostile.role));
		return hostile;
	}

	private static String read() {
		try (InputStream file = HostileSchema.class.getResourceAsStream("hostile-schema.sql")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a copy, whose objects belong to the same role and in which nothing was
	 * called.
	 * @return the copy
	 */
	public HostileSchema copy() {
		return new HostileSchema(PostgresServer.shared().createDatabase(this.database.name()), this.role);
	}

	/**
	 * Let the schema come before that of the server in the path of new sessions.
	 * @return this
	 */
	public HostileSchema beforeTheServers() {
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET search_path = public, pg_catalog");
		return this;
	}

	/**
	 * Execute statements as the hostile role.
	 * @param sql the statements
	 */
	public void plant(String sql) {
		this.database.execute("SET ROLE " + this.role + "; SET search_path = pg_catalog; " + sql);
	}

	/**
	 * Return what was called.
	 * @return how often anything was called, and what was the last time; nothing if
	 * nothing was
	 */
	public List<String> calls() {
		return this.database.query("""
				SELECT pg_catalog.concat(c.last_value, ' calls, the last one of ', p.what)
				FROM spy.calls c CROSS JOIN spy.called l LEFT JOIN spy.planted p
					ON p.id OPERATOR(pg_catalog.=) l.last_value
				WHERE c.is_called""");
	}

}
