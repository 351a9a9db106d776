package dev.limbeck.connection;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and whom to connect as. The credentials never stand in
 * the JDBC URL.
 *
 * @param jdbcUrl the URL for the JDBC driver, without user and password
 * @param username the user, or {@code null} if the URL names none
 * @param password the password, or {@code null} if the URL holds none
 * @since 0.1.0
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String username, @Nullable String password) {

	private static final String CONTAINER = "jdbc:tc:";

	private static final String SCHEME = "^([A-Za-z][A-Za-z0-9+.-]{0,40}):";

	private static final String LIBPQ = "^(postgresql|postgres)"
			+ "(\\+(psycopg|psycopg2|psycopg2cffi|psycopg_async|asyncpg|pg8000))?://";

	private static final String R2DBC = "^r2dbcs?:(pool:|proxy:)*(postgresql|postgres)(:failover)?://";

	/**
	 * Read a URL in any spelling: {@code jdbc:postgresql:}, libpq's {@code postgresql://}
	 * and {@code postgres://}, SQLAlchemy's {@code postgresql+psycopg://} and its
	 * siblings, {@code r2dbc:postgresql://}, and {@code jdbc:tc:} of Testcontainers,
	 * which is left as it is.
	 * @param text the URL
	 * @return where the database is
	 * @throws DatabaseUrlException if the text is none of these, or damaged
	 */
	public static DatabaseUrl parse(String text) {
		String url = withoutQuotes(text.strip());
		if (url.isEmpty()) {
			throw DatabaseUrlException.notAUrl("it is empty");
		}
		if (url.startsWith(JdbcSpelling.PREFIX)) {
			return JdbcSpelling.parse(url);
		}
		if (url.startsWith(CONTAINER)) {
			return new DatabaseUrl(url, null, null);
		}
		Matcher libpq = Pattern.compile(LIBPQ).matcher(url);
		if (libpq.find()) {
			return LibpqSpelling.parse(url.substring(libpq.end()));
		}
		Matcher r2dbc = Pattern.compile(R2DBC).matcher(url);
		if (r2dbc.find()) {
			return R2dbcSpelling.parse(url.substring(r2dbc.end()), url.startsWith("r2dbcs"));
		}
		throw unknownSpelling(url);
	}

	/**
	 * Read a JSON object: the form in which Amazon RDS keeps credentials, or one with the
	 * URL under a key such as {@code url}.
	 * @param json the members of the object
	 * @return where the database is
	 * @throws DatabaseUrlException if a member is missing or damaged
	 */
	public static DatabaseUrl of(Map<String, ?> json) {
		return new JsonSpelling(json).read();
	}

	/**
	 * Read a JSON object whose text is known.
	 * @param json the members of the object
	 * @param text the text that they were read from
	 * @return where the database is
	 * @throws DatabaseUrlException if a member is missing or damaged, or there twice
	 */
	public static DatabaseUrl of(Map<String, ?> json, String text) {
		JsonKeys.requireUnique(text);
		return of(json);
	}

	/**
	 * Translate the options of an R2DBC connection.
	 * @param options the value of an option by its name, {@code null} if it is not set
	 * @return where the same database is for JDBC
	 * @throws DatabaseUrlException if an option has no counterpart
	 */
	public static DatabaseUrl ofR2dbc(Function<String, @Nullable Object> options) {
		return new R2dbcSpelling(options).read();
	}

	/**
	 * Connect as somebody else.
	 * @param username the user, or {@code null} to keep the one of this URL
	 * @param password the password, or {@code null} to keep the one of this URL, if it
	 * has the same user
	 * @return the same database with other credentials
	 */
	public DatabaseUrl as(@Nullable String username, @Nullable String password) {
		boolean sameUser = (username == null) || username.equals(this.username);
		String newPassword = (password == null && sameUser) ? this.password : password;
		return new DatabaseUrl(this.jdbcUrl, (username != null) ? username : this.username, newPassword);
	}

	/**
	 * Tell whether the database is in a container that Testcontainers starts with the
	 * first connection and stops with the last. User and password are then those of the
	 * container, whatever else is said.
	 * @return whether this is a {@code jdbc:tc:} URL
	 */
	public boolean isContainer() {
		return this.jdbcUrl.startsWith(CONTAINER);
	}

	/**
	 * Connect to another database of the same server.
	 * @param name the name of the database
	 * @return that database with the credentials of this URL
	 */
	public DatabaseUrl database(String name) {
		int query = this.jdbcUrl.indexOf('?');
		String location = (query < 0) ? this.jdbcUrl : this.jdbcUrl.substring(0, query);
		String parameters = (query < 0) ? "" : this.jdbcUrl.substring(query);
		String server = JdbcSpelling.PREFIX;
		if (location.startsWith("//", server.length())) {
			int slash = location.indexOf('/', server.length() + 2);
			server = ((slash < 0) ? location : location.substring(0, slash)) + "/";
		}
		return new DatabaseUrl(server + PercentEncoding.encode(name) + parameters, this.username, this.password);
	}

	/**
	 * Return the value of a parameter.
	 * @param name the name of the parameter, such as {@code currentSchema}
	 * @return its value, or {@code null} if the URL does not have it
	 */
	public @Nullable String parameter(String name) {
		int query = this.jdbcUrl.indexOf('?');
		if (query < 0) {
			return null;
		}
		for (String parameter : this.jdbcUrl.substring(query + 1).split("&", -1)) {
			if (parameter.startsWith(name + "=")) {
				return PercentEncoding.decodeForm(parameter.substring(name.length() + 1));
			}
		}
		return null;
	}

	// A file .env is often written for a shell.
	private static String withoutQuotes(String text) {
		char first = text.isEmpty() ? ' ' : text.charAt(0);
		boolean quoted = text.length() > 1 && (first == '"' || first == '\'') && text.endsWith(String.valueOf(first));
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

	private static DatabaseUrlException unknownSpelling(String url) {
		Matcher scheme = Pattern.compile(SCHEME).matcher(url);
		if (!scheme.find()) {
			return DatabaseUrlException.notAUrl("it does not start with a scheme such as postgresql://");
		}
		String name = scheme.group(1).toLowerCase(Locale.ROOT);
		if (name.equals("jdbc") || name.equals("r2dbc") || name.equals("r2dbcs")) {
			Matcher driver = Pattern.compile(SCHEME).matcher(url.substring(scheme.end()));
			name += driver.find() ? (":" + driver.group(1)) : "";
		}
		else if (!url.startsWith("//", scheme.end())) {
			return DatabaseUrlException.notAUrl("it does not start with a scheme such as postgresql://");
		}
		return DatabaseUrlException.notAUrl("'" + name + ":' is not a spelling of a PostgreSQL URL");
	}

	/**
	 * Return hosts and database only: neither credentials nor parameters.
	 */
	@Override
	public String toString() {
		int query = this.jdbcUrl.indexOf('?');
		return "DatabaseUrl[" + ((query < 0) ? this.jdbcUrl : this.jdbcUrl.substring(0, query)) + "]";
	}

}
