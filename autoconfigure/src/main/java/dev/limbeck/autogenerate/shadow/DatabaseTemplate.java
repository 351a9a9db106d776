package dev.limbeck.autogenerate.shadow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * What a scratch database takes from the configured one: who owns its objects, and how it
 * stores and compares text.
 *
 * @param owner the role that the migrations work as
 * @param login the role that logged in
 * @param creator the role that creates the database, the owner or the one that logged in
 * @param locale the clauses of encoding and locale
 * @param searchPath the setting of the configured database, {@code null} if it has none
 * @param schema the schema that names without one are in, {@code null} if there is none
 */
record DatabaseTemplate(String owner, String login, String creator, String locale, @Nullable String searchPath,
		@Nullable String schema) {

	private static final String QUERY = """
			SELECT current_user, session_user, pg_catalog.pg_is_in_recovery(),
				(SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles
					WHERE rolname OPERATOR(pg_catalog.=) current_user),
				(SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles
					WHERE rolname OPERATOR(pg_catalog.=) session_user),
				pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
				pg_catalog.to_jsonb(d) OPERATOR(pg_catalog.->>) 'datlocprovider',
				COALESCE(pg_catalog.to_jsonb(d) OPERATOR(pg_catalog.->>) 'datlocale',
					pg_catalog.to_jsonb(d) OPERATOR(pg_catalog.->>) 'daticulocale'),
				pg_catalog.to_jsonb(d) OPERATOR(pg_catalog.->>) 'daticurules', pg_catalog.current_schema(),
				(SELECT pg_catalog.substr(c, 13)
					FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
					WHERE s.setdatabase OPERATOR(pg_catalog.=) d.oid AND s.setrole OPERATOR(pg_catalog.=) 0::pg_catalog.oid
						AND pg_catalog.starts_with(c, 'search_path='))
			FROM pg_catalog.pg_database d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()""";

	/**
	 * Read the template.
	 * @param connection a connection to the configured database
	 * @return the template
	 * @throws SQLException if the server cannot be asked
	 * @throws ShadowDatabaseException if nobody may create a database there
	 */
	static DatabaseTemplate read(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(QUERY)) {
			row.next();
			String owner = row.getString(1);
			if (row.getBoolean(3)) {
				throw ShadowDatabaseException.none("the configured server is a standby that cannot write");
			}
			if (!row.getBoolean(4) && !row.getBoolean(5)) {
				throw ShadowDatabaseException
					.none("the role '" + owner + "' may not create a scratch database on the configured server");
			}
			return new DatabaseTemplate(owner, row.getString(2), row.getBoolean(4) ? owner : row.getString(2),
					locale(row), row.getString(13), row.getString(12));
		}
	}

	private static String locale(ResultSet row) throws SQLException {
		StringBuilder clauses = new StringBuilder();
		clauses.append(" ENCODING ").append(literal(row.getString(6)));
		clauses.append(" LC_COLLATE ").append(literal(row.getString(7)));
		clauses.append(" LC_CTYPE ").append(literal(row.getString(8)));
		String provider = row.getString(9);
		if (provider == null) {
			return clauses.toString();
		}
		switch (provider) {
			case "i" -> {
				clauses.append(" LOCALE_PROVIDER icu ICU_LOCALE ").append(literal(row.getString(10)));
				if (row.getString(11) != null) {
					clauses.append(" ICU_RULES ").append(literal(row.getString(11)));
				}
			}
			case "b" -> clauses.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE ").append(literal(row.getString(10)));
			default -> clauses.append(" LOCALE_PROVIDER libc");
		}
		return clauses.toString();
	}

	private static String literal(String text) {
		return new PostgresqlDialect().literals().literal(text);
	}

	/**
	 * Return what makes a session one that may create and drop the database.
	 * @return the statements
	 */
	List<String> beCreator() {
		return this.creator.equals(this.owner) ? List.of() : List.of("SET ROLE NONE");
	}

	// Closed until CONNECT has been revoked from PUBLIC
	String create(String name) {
		return "CREATE DATABASE " + name + " OWNER " + quote(this.owner) + " TEMPLATE template0" + this.locale
				+ " ALLOW_CONNECTIONS false";
	}

	/**
	 * Return what makes the database find names where the configured one does, and lets
	 * the role of the migrations in, but not everybody, as a new database would.
	 * @param name the name of the database
	 * @return the statements
	 */
	List<String> configure(String name) {
		List<String> statements = new ArrayList<>();
		if (this.searchPath != null && !this.searchPath.isEmpty()) {
			statements.add("ALTER DATABASE " + name + " SET search_path TO " + this.searchPath);
		}
		statements.add("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
		if (!this.login.equals(this.owner)) {
			statements.add("GRANT CONNECT ON DATABASE " + name + " TO " + quote(this.login));
		}
		statements.add("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
		return statements;
	}

	private static String quote(String name) {
		return new PostgresqlDialect().quote(name);
	}

}
